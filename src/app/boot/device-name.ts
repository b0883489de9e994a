const kinds: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android.*Mobile/, 'Android phone'],
  [/Android/, 'Android tablet'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows computer'],
  [/Macintosh/, 'Mac'],
  [/Linux|X11/, 'Linux computer'],
];

/** What people call a device like this one, by its browser's name for itself. */
export function deviceNameOf(userAgent: string, touchPoints: number): string {
  const name = kinds.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other device';
  // An iPad's Safari says that it is a Mac; no Mac is touched.
  return name === 'Mac' && touchPoints > 1 ? 'iPad' : name;
}
