let known: { readonly offsets: string; readonly zone: string } | undefined;

/** Years apart, in winter and in summer. */
const moments = ['2000-01-01', '2010-07-01', '2025-01-01', '2025-07-01', '2026-01-01'].map(
  (day) => new Date(day),
);

/**
 * Where this device believes to be: a name of the IANA time zone database. Asking costs a slow phone milliseconds, so it
 * is asked again only where its clock has come to differ.
 */
export function deviceZone(): string {
  const offsets = moments.map((moment) => moment.getTimezoneOffset()).join();
  if (known?.offsets !== offsets) {
    known = { offsets, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  }
  return known.zone;
}
