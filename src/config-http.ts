/** What the environment says about the port where others see how the program is doing. */
import { isIP } from 'node:net';
import { type Reading, refuse, variable, wholeNumber } from './config-variables.ts';

/** Where it is served, and who may change jobs there. */
export interface HttpConfig {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** `null` where jobs can only be looked at. */
  readonly adminPassword: string | null;
}

/** Only programs on the same machine reach it. */
const HOST = '127.0.0.1';
const MOST_PORT = 65535;
const HOST_NAME = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;
/** Characters of a password. */
const SHORTEST = 8;

function readPort(reading: Reading): number | null {
  const given = variable(reading.env, 'HTTP_PORT');
  if (given === undefined) return null;
  const port = wholeNumber(given, 0, MOST_PORT);
  if (port === undefined) {
    refuse(reading, 'HTTP_PORT', [
      `应当是 0 到 ${MOST_PORT} 的整数（0 是任意空闲端口；不写就不打开），不能是“${given}”。`,
      `must be a whole number from 0 to ${MOST_PORT} (0 takes any free port, nothing serves nothing), not "${given}".`,
    ]);
  }
  return port ?? null;
}

/** Digits and dots alone are an address or a mistake, never a name. */
function isHost(value: string): boolean {
  return isIP(value) !== 0 || (HOST_NAME.test(value) && !/^[\d.]+$/.test(value));
}

function readHost(reading: Reading): string {
  const value = variable(reading.env, 'HTTP_HOST') ?? HOST;
  if (!isHost(value)) {
    refuse(reading, 'HTTP_HOST', [
      `应当是 IP 地址或主机名，不带 http:// 和端口，如 ${HOST}（只限本机）或 0.0.0.0（所有网卡），不能是“${value}”。`,
      `must be an IP address or a host name without http:// and port, such as ${HOST} (this machine only) or 0.0.0.0 (all networks), not "${value}".`,
    ]);
  }
  return value;
}

/** The value itself is never repeated. */
function readPassword(reading: Reading): string | null {
  const value = variable(reading.env, 'ADMIN_PASSWORD');
  if (value !== undefined && [...value].length < SHORTEST) {
    refuse(reading, 'ADMIN_PASSWORD', [
      `太短：至少要 ${SHORTEST} 个字符。可以用 openssl rand -base64 18 生成一个。`,
      `is too short: it needs at least ${SHORTEST} characters. openssl rand -base64 18 makes a good one.`,
    ]);
  }
  return value ?? null;
}

/** All about the port, `null` where none is set; what is wrong is noted with a port and without. */
export function readHttp(reading: Reading): HttpConfig | null {
  const port = readPort(reading);
  const rest = { host: readHost(reading), adminPassword: readPassword(reading) };
  return port === null ? null : { port, ...rest };
}
