let known: string | undefined;

/** Where this device believes to be: a name of the IANA time zone database. */
export function deviceZone(): string {
  if (known === undefined) {
    known = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    // A list asks for each row, and the phone may travel.
    queueMicrotask(() => {
      known = undefined;
    });
  }
  return known;
}
