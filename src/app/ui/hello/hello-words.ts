import type { Occasion } from '../../../domain/occasion.ts';
import type { Person } from '../../../domain/person.ts';
import { fillTemplate, type HelloWords } from '../../../exchange/fill-template.ts';
import { type HelloLanguage, helloTemplates } from '../../../exchange/hello-templates.ts';
import type { HelloFacts, Me, WordsWay } from '../../../store/queries/hello.ts';
import { usualLanguage } from './languages.ts';

export interface TemplateWords {
  readonly subject: string;
  readonly text: string;
}

/** The agent's own words, or those to begin with; English where nobody wrote any in that language. */
export function chooseWords(
  facts: Pick<HelloFacts, 'templates'>,
  way: WordsWay,
  language: string,
): TemplateWords {
  const own = (wanted: string) =>
    facts.templates.find((template) => template.way === way && template.language === wanted);
  const base = language.split('-')[0] ?? '';
  return own(language) ?? own(base) ?? firstWords(way, base) ?? own(usualLanguage) ?? usualFirstWords(way);
}

/** Those that the app came with; undefined for a language that it does not speak. */
function firstWords(way: WordsWay, language: string): TemplateWords | undefined {
  if (!isHelloLanguage(language)) return undefined;
  const known = helloTemplates[language];
  const template = known.find(({ id }) => id === (way === 'email' ? 'hello-mail' : 'hello'));
  return template && { subject: template.subject, text: template.body };
}

function usualFirstWords(way: WordsWay): TemplateWords {
  return firstWords(way, usualLanguage) ?? { subject: '', text: '' };
}

function isHelloLanguage(language: string): language is HelloLanguage {
  return Object.hasOwn(helloTemplates, language);
}

/** What the placeholders stand for. */
export function wordsFor(me: Me, person: Pick<Person, 'name'>, occasion: Pick<Occasion, 'name'> | undefined) {
  const signature = [me.name, me.company].filter((text) => text !== '').join(', ');
  const firstName = person.name.trim().split(/\s+/u)[0] ?? '';
  return { firstName, occasion: occasion?.name ?? '', myName: me.name, signature } satisfies HelloWords;
}

export function fillWords({ subject, text }: TemplateWords, words: HelloWords): TemplateWords {
  return { subject: fillTemplate(subject, words), text: fillTemplate(text, words) };
}
