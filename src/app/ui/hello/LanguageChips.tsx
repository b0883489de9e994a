import type { Person } from '../../../domain/person.ts';
import { templateActions } from '../../../store/actions/templates.ts';
import type { HelloFacts } from '../../../store/queries/hello.ts';
import { Chip } from '../Chip.tsx';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { languageInWords, listLanguages, usualLanguage } from './languages.ts';

interface LanguageChipsProps {
  readonly person: Person;
  readonly facts: HelloFacts;
}

/** In which language hellos to somebody are written; tapped again, the usual one. */
export function LanguageChips({ person, facts }: LanguageChipsProps) {
  const { part } = useApp();
  const attempt = useAttempt();
  const languages = listLanguages(facts.templates, person.language).filter((one) => one !== usualLanguage);
  return languages.map((language) => {
    const isChosen = language === person.language;
    const choose = () =>
      attempt(() => part(templateActions).setLanguage(person.id, isChosen ? null : language));
    return (
      <Chip key={language} look={isChosen ? 'chosen' : 'suggestion'} aria-pressed={isChosen} onClick={choose}>
        In {languageInWords(language)}
      </Chip>
    );
  });
}
