import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { helloQueries, wordsWays } from '../../../store/queries/hello.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { languageInWords, listLanguages, readLanguage, usualLanguage } from '../../ui/hello/languages.ts';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import deviceStyles from './Devices.module.css';
import styles from './HelloWords.module.css';
import { HelloWordsForm } from './HelloWordsForm.tsx';

/** What hellos say, for each language and way. */
export function HelloWordsRoom() {
  const { part } = useApp();
  const queries = part(helloQueries);
  const facts = useLiveQuery(() => queries.readHelloFacts(), [queries]);
  const [language, setLanguage] = useState(usualLanguage);
  const [isAdding, setIsAdding] = useState(false);
  const choose = (chosen: string) => {
    setLanguage(chosen);
    setIsAdding(false);
  };
  return (
    <Screen title="Hello words">
      {facts === undefined ? null : (
        <>
          <Chips label="Language">
            {listLanguages(facts.templates, language).map((one) => (
              <Chip
                key={one}
                look={one === language ? 'chosen' : 'suggestion'}
                aria-pressed={one === language}
                onClick={() => choose(one)}
              >
                {languageInWords(one)}
              </Chip>
            ))}
            <Chip look="suggestion" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
              Another language
            </Chip>
          </Chips>
          {isAdding ? <AnotherLanguage onChosen={choose} /> : null}
          {facts.me.name === '' ? (
            <p className={deviceStyles.soft}>
              Your own name is not known here yet: it comes with a contact database. Until then it is left
              out.
            </p>
          ) : null}
          {wordsWays.map((way) => (
            <HelloWordsForm key={`${language} ${way}`} facts={facts} way={way} language={language} />
          ))}
        </>
      )}
      <Link href="/settings" className={deviceStyles.link}>
        Back to Settings
      </Link>
    </Screen>
  );
}

function AnotherLanguage({ onChosen }: { readonly onChosen: (language: string) => void }) {
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const language = readLanguage(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsWrong(language === undefined);
    if (language !== undefined) onChosen(language);
  };
  const remark = isWrong ? 'A short code, please: fr, de, pt-BR.' : undefined;
  return (
    <form className={styles.card} noValidate onSubmit={submit}>
      <FieldRow
        label="Its code: fr, de, pt-BR"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        isWrong={isWrong}
        remark={remark ?? (language === undefined ? undefined : languageInWords(language))}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit">Write words in it</Button>
      </div>
    </form>
  );
}
