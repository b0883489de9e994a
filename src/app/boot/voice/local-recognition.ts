/** What the Web Speech API offers, as far as it is used here; no browser's types know `processLocally` yet. */
export interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start(track?: MediaStreamTrack): void;
  stop(): void;
}

interface RecognitionConstructor {
  new (): Recognition;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}

interface LocalRecognition {
  readonly Constructor: RecognitionConstructor;
  readonly language: string;
}

/** Languages that recognisers on devices are known to come with; none can be asked for a list of its own. */
const likelyTags = (
  'en-US en-GB es-ES es-US es-MX de-DE fr-FR it-IT pt-BR nl-NL pl-PL ru-RU tr-TR vi-VN id-ID th-TH hi-IN ja-JP ko-KR ' +
  'zh-CN zh-TW ar-EG'
).split(' ');

/**
 * The recogniser, where it hears this language on the device: as it is spoken there, or elsewhere ("es-MX" may be
 * there as "es-ES" alone). Undefined where it would send the voice to its maker, or is not there.
 */
export async function findLocalRecognition(language: string): Promise<LocalRecognition | undefined> {
  const Constructor = readConstructor();
  if (Constructor === undefined) return undefined;
  const alike = likelyTags.filter((tag) => tag !== language && languageOf(tag) === languageOf(language));
  for (const tag of [language, ...alike]) {
    if (await isOnDevice(Constructor, tag)) return { Constructor, language: tag };
  }
  return undefined;
}

/** Those that the recogniser hears on this device. Never rejects. */
export async function listLocalLanguages(): Promise<string[]> {
  const Constructor = readConstructor();
  if (Constructor === undefined) return [];
  const answers = await Promise.all(likelyTags.map((tag) => isOnDevice(Constructor, tag).catch(() => false)));
  return likelyTags.filter((_tag, place) => answers[place]);
}

function readConstructor(): RecognitionConstructor | undefined {
  const known: unknown = Reflect.get(globalThis, 'SpeechRecognition');
  return isRecognition(known) && known.available !== undefined ? known : undefined;
}

function isRecognition(known: unknown): known is RecognitionConstructor {
  return typeof known === 'function';
}

/** "downloadable" is no: it would be fetched from the browser's maker. */
async function isOnDevice(Constructor: RecognitionConstructor, language: string): Promise<boolean> {
  return (await Constructor.available?.({ langs: [language], processLocally: true })) === 'available';
}

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
