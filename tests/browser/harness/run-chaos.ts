import { runTool } from '../../../scripts/run-program.mjs';

/** `npm run chaos -- 100`: kills browser and server a hundred times each while people are saved and sent. */
export async function main([kills = '100']: readonly string[]): Promise<void> {
  const args = ['run', '--project', 'browser', 'tests/browser/chaos.test.ts'];
  const { ok } = await runTool('vitest', 'vitest', args, { shown: true, env: { CHAOS_KILLS: kills } });
  if (!ok) process.exitCode = 1;
}
