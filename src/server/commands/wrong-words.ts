/** What was typed after `justmet` is not understood: one sentence, exit code 2. */
export class WrongWords extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongWords';
  }
}
