#!/usr/bin/env node
/** The command `deploy-commands`: gives the registering of commands what it needs of the process. */
import { registry } from '../../commands/registry.ts';
import { runDeploy } from '../adapters/discord/deploy-program.ts';
import { readConfig, withEnvFile } from '../config.ts';

const cwd = process.cwd();

try {
  const { locale, discord } = readConfig({ env: withEnvFile(process.env, cwd), cwd, packageRoot: cwd });
  process.exitCode = await runDeploy(process.argv.slice(2), {
    locale,
    discord,
    registry,
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
