/** How often processes are killed in tests that do so. */

/**
 * Kills in each such test, 5 or more; every one costs a process that has to load what it works with. Set `WENBAO_TEST_KILLS` for
 * more, such as 200 after a change of the store.
 */
export const KILLS = Math.max(5, Number(process.env['WENBAO_TEST_KILLS'] ?? 8) || 8);
