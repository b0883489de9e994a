/** Of one query: a result of any size takes no more memory, and others get their turn between. */
export const pageRows = 500;

/** Everything that `readPage` gives, `pageRows` at a time: what comes after a row, or from the beginning. */
export async function* readInPages<Row>(
  readPage: (after: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let after: Row | undefined; ; ) {
    const page = await readPage(after);
    yield* page;
    after = page.at(-1);
    if (page.length < pageRows) return;
  }
}
