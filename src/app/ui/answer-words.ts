import type { PasskeyResult } from '../ports/sign-in.ts';

/** Why something was not done, in a sentence; undefined where it was. */
export function answerProblem(result: PasskeyResult<unknown>): string | undefined {
  if (result.kind === 'ok') return undefined;
  if (result.kind === 'unreachable')
    return 'No signal to your contact database just now. Try again in a moment.';
  if (result.kind === 'not-given') return 'No passkey was given. Try again.';
  const { errors, detail, title } = result.problem;
  const [first] = errors ?? [];
  if (first === undefined) return detail ?? title;
  return `${fieldWords[first.field] ?? first.field} ${first.detail}.`;
}

const fieldWords: Readonly<Record<string, string>> = {
  email: 'This',
  name: 'The name',
  password: 'The password',
  token: 'The link',
};
