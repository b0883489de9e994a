import type { PhoneReading } from '../../exchange/phone.ts';

type Reader = typeof import('../../exchange/phone.ts');
let reader: Reader | undefined;

/** Reading phone numbers takes 35 KB that the first screen never waits for. */
const load = async (): Promise<Reader> => {
  reader = await import('../../exchange/phone.ts');
  return reader;
};
const patienceMs = 400;

/** The number that was left a moment ago, for its remark, is the one that is saved now. */
let lastReading:
  | { readonly typed: string; readonly region: string; readonly reading: PhoneReading }
  | undefined;

/** Brings the reader before it is wanted. False when it did not come. */
export async function loadPhoneReader(): Promise<boolean> {
  return load().then(
    () => true,
    () => false,
  );
}

/** Undefined when the reader does not come in time: what was typed is saved all the same. Never rejects. */
export async function readPhoneSoon(typed: string, region: string): Promise<PhoneReading | undefined> {
  const known = lastReading;
  if (known?.typed === typed && known.region === region) return known.reading;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));
  const reading = load()
    .then(({ readPhone }) => {
      lastReading = { typed, region, reading: readPhone(typed, region) };
      return lastReading.reading;
    })
    .catch(() => undefined);
  return Promise.race([reading, late]);
}

/** As it was typed while the reader is not there. */
export function formatPhoneNow(typed: string, region: string): string {
  return reader?.formatPhoneAsTyped(typed, region) ?? typed;
}

export async function listPhoneRegions(): Promise<readonly string[]> {
  const { phoneRegions } = await load();
  return phoneRegions();
}

/** The region that the browser's first language is at home in; the United States when it says none. */
export function guessRegion(languages: readonly string[]): string {
  for (const language of languages) {
    try {
      const { region } = new Intl.Locale(language).maximize();
      if (region !== undefined) return region;
    } catch {
      // A name that no standard knows ("en-US@posix"): the next one may do.
    }
  }
  return 'US';
}
