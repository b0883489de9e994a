/** Chosen in Settings: a language as BCP 47, `auto` for as it is heard, undefined for the browser's own. */
export type ChosenLanguage = string | undefined;

/** For a recogniser that listens along: it has to be told one. */
export function chosenToLiveLanguage(chosen: ChosenLanguage, own: string): string {
  return chosen === undefined || chosen === 'auto' ? own : chosen;
}

/** Whisper's own names, where they are not what `Intl` makes of a language. */
const whisperNames: Readonly<Record<string, string>> = { nb: 'no', fil: 'tl', jv: 'jw' };

/** For Whisper, which can hear the language itself: undefined. */
export function chosenToWhisperLanguage(chosen: ChosenLanguage, own: string): string | undefined {
  if (chosen === 'auto') return undefined;
  try {
    const { language } = new Intl.Locale(chosen ?? own);
    return whisperNames[language] ?? language;
  } catch {
    return undefined;
  }
}
