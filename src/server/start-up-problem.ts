/** What keeps the process from starting, as one sentence for the person who started it. */
export class StartUpProblem extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'StartUpProblem';
  }
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
