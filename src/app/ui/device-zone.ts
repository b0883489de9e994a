/** Where this device believes to be: a name of the IANA time zone database. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
