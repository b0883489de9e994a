import type { DeviceLanguages } from '../../ports/recorder.ts';

export interface SpokenLanguage {
  /** BCP 47 */
  readonly tag: string;
  readonly name: string;
}

/** Offered everywhere. */
const always = ['en-US', 'es-US'];

/**
 * What can be chosen, each language once: as the browser is set to it, else as this device writes it along, else as it
 * is offered everywhere; `chosen` as it was. Sorted by name.
 */
export function listSpokenLanguages(chosen: string, { own, live }: DeviceLanguages): SpokenLanguage[] {
  const byName = new Map<string, string>();
  for (const tag of [chosen, ...own, ...live, ...always]) {
    const name = spokenLanguageInWords(tag);
    if (name !== undefined && !byName.has(name)) byName.set(name, tag);
  }
  const languages = [...byName].map(([name, tag]) => ({ name, tag }));
  return languages.sort((a, b) => a.name.localeCompare(b.name));
}

/** "Spanish" of `es-MX`, "Chinese (China)" of `zh-CN`, whose writing differs; undefined of what is no language, and of `auto`. */
export function spokenLanguageInWords(tag: string): string | undefined {
  if (tag === 'auto') return undefined;
  try {
    const { language } = new Intl.Locale(tag);
    const named = language === 'zh' ? tag : language;
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(named);
  } catch {
    return undefined;
  }
}
