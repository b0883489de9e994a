function spread(rows: string): ReadonlyMap<string, readonly string[]> {
  const pairs = rows.trim().split(/\s*\n\s*/);
  return new Map(
    pairs.map((row) => row.split(': ')).map(([word = '', full = '']) => [word, full.split(' ')]),
  );
}

/** As typed, and as dictation writes them without the apostrophe. */
export const contractions = spread(`
  she's: she is
  he's: he is
  it's: it is
  that's: that is
  who's: who is
  there's: there is
  what's: what is
  shes: she is
  hes: he is
  whos: who is
  theyre: they are
  they're: they are
  we're: we are
  you're: you are
  i'm: i am
  im: i am
  i've: i have
  ive: i have
  they've: they have
  we've: we have
  i'll: i will
  he'll: he will
  she'll: she will
  they'll: they will
  i'd: i would
  he'd: he would
  she'd: she would
  they'd: they would
  can't: can not
  cannot: can not
  won't: will not
  isnt: is not
  arent: are not
  wasnt: was not
  doesnt: does not
  dont: do not
  didnt: did not
  hasnt: has not
  havent: have not
  gotta: got to
  gonna: going to
  wanna: want to
  ain't: is not
`);

/** Endings that are words of their own, with the word. */
export const detachedEndings: readonly (readonly [ending: string, full: string])[] = [
  ["n't", 'not'],
  ["'s", "'s"],
];
