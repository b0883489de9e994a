import { type Finding, wrong } from './finding.ts';

/** What a check finds; where it fails itself, that is the finding, with what to do. */
export async function tryCheck(
  what: string,
  advice: string,
  check: () => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [wrong(`${what} cannot be read (${reasonOf(error)}); ${advice}`)];
  }
}

/** Its first line; the rest would be for programmers. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
