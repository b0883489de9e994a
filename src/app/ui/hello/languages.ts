import type { Template } from '../../../store/queries/hello.ts';

/** BCP 47, of hellos to people for whom nobody chose one. */
export const usualLanguage = 'en';

/** "Spanish"; what is unknown stays as it is. */
export function languageInWords(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Those that the app speaks, then those of the agent's own words, then the one that is chosen. BCP 47. */
export function listLanguages(
  templates: readonly Pick<Template, 'language'>[],
  chosen: string | null = null,
): string[] {
  const own = templates.map(({ language }) => language).sort();
  return [...new Set(['en', 'es', ...own, ...(chosen === null ? [] : [chosen])])];
}

/** BCP 47 as rows take it (`es`, `pt-BR`), of a code that was typed in any case; undefined for anything else. */
export function readLanguage(typed: string): string | undefined {
  try {
    const [language = ''] = Intl.getCanonicalLocales(typed.trim().replaceAll('_', '-'));
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : undefined;
  } catch {
    return undefined;
  }
}
