import type { HttpResult } from '../../protocol/http-result.ts';

/** Why there is no answer that could be used, as a sentence. */
export function problemInWords(result: Exclude<HttpResult<unknown>, { kind: 'ok' }>): string {
  if (result.kind === 'unreachable') {
    return 'No signal to your contact database just now. Try again in a moment.';
  }
  const { detail, title } = result.problem;
  return detail ?? title;
}
