import { buildTestServer } from '../harness/built-server.ts';
import { fuzzServer } from './fuzz-server.ts';
import { judgeMemory } from './judge-memory.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** `npm run fuzz -- 50000 [seed]`: bad requests to every route, until one gets a 500, hangs, or memory grows. */
export async function main([requests = '50000', seed = String(Date.now() % 1e9)]: string[]): Promise<void> {
  say(`${requests} requests, seed ${seed}`);
  const { app, close } = await buildTestServer();
  const routes = app.routeTable;
  await close();
  try {
    const outcome = await fuzzServer({ routes, requests: Number(requests), seed: Number(seed), tell: say });
    say(`By answer: ${listCounts(outcome.countsByStatus)}`);
    say(`By route: ${listCounts(outcome.countsByRoute)}`);
    say(
      `Heap ${outcome.early.heapUsed} to ${outcome.late.heapUsed}, RSS ${outcome.early.rss} to ${outcome.late.rss}`,
    );
    const growth = judgeMemory(outcome);
    say(growth ?? 'No 500, no hang, no growth.');
    if (growth !== undefined) process.exitCode = 1;
  } catch (error) {
    say(error instanceof Error ? `${error.message}\n${error.cause ?? ''}` : String(error));
    process.exitCode = 1;
  }
}

function listCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort()
    .map(([key, many]) => `${key}: ${many}`)
    .join(', ');
}
