import { defineConfig } from 'vitest/config';

/**
 * One process per test file: nodejieba's dictionary is native state that worker threads may not share.
 * The JSON report is what `.ci/run` counts from.
 */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/global-setup.ts',
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
  },
});
