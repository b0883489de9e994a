/** "9:14 pm there", where clocks in that zone (IANA) show another time than here at that moment; else undefined. */
export function timeThere(zone: string, ownZone: string, ms: number): string | undefined {
  if (zone === ownZone) return undefined;
  const [there, here] = [zone, ownZone].map((timeZone) => clockIn(timeZone).format(ms));
  if (there === undefined || there === here) return undefined;
  return `${timeIn(zone, ms)} there`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Day and minute: a whole day apart is another time, too. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeStyle: 'short', timeZone });
  clocks.set(timeZone, made);
  return made;
}

function timeIn(timeZone: string, ms: number): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone })
    .format(ms)
    .replace(/\s/gu, ' ')
    .toLowerCase();
}
