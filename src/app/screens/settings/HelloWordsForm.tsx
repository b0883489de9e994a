import { useId, useRef } from 'react';
import { maxLineLength } from '../../../domain/limits.ts';
import { templateActions } from '../../../store/actions/templates.ts';
import type { HelloFacts, WordsWay } from '../../../store/queries/hello.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { chooseWords, fillWords, type TemplateWords, wordsFor } from '../../ui/hello/hello-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './HelloWords.module.css';

interface HelloWordsFormProps {
  readonly facts: HelloFacts;
  readonly way: WordsWay;
  readonly language: string;
}

const titles: Readonly<Record<WordsWay, string>> = { text: 'Text', email: 'Email', whatsapp: 'WhatsApp' };
const placeholders = ['first name', 'occasion', 'my name', 'signature'] as const;
const example = { person: { name: 'Dana Ruiz' }, occasion: { name: 'Chamber mixer' } };

/** The words for one way in one language, and how they read to somebody. */
export function HelloWordsForm({ facts, way, language }: HelloWordsFormProps) {
  const words = useWords({ facts, way, language });
  const { typed, type } = words;
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const insert = (placeholder: string) => {
    const { selectionStart: from, selectionEnd: to } = box.current ?? { selectionStart: 0, selectionEnd: 0 };
    type({ text: `${typed.text.slice(0, from)}{${placeholder}}${typed.text.slice(to)}` });
    box.current?.focus();
  };
  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{titles[way]}</h2>
      {way === 'email' ? (
        <FieldRow
          label="Subject"
          maxLength={maxLineLength}
          value={typed.subject}
          onChange={(event) => type({ subject: event.target.value })}
        />
      ) : null}
      <textarea
        aria-label={`${titles[way]} words`}
        ref={box}
        rows={2}
        lang={language}
        value={typed.text}
        onChange={(event) => type({ text: event.target.value })}
      />
      <div className={styles.inserts}>
        <Chips label="Put in">
          {placeholders.map((placeholder) => (
            <Chip key={placeholder} look="suggestion" onClick={() => insert(placeholder)}>
              + {placeholder}
            </Chip>
          ))}
        </Chips>
      </div>
      <Preview facts={facts} way={way} language={language} words={typed} />
      {words.isChanged || words.isOwn ? (
        <div className={styles.buttons}>
          {words.isOwn ? (
            <Button look="quiet" onClick={words.goBack}>
              Back to the first words
            </Button>
          ) : null}
          {words.isChanged ? <Button onClick={words.keep}>Keep these words</Button> : null}
        </div>
      ) : null}
    </section>
  );
}

/** What is typed, over what is kept; typing survives a killed browser. */
function useWords({ facts, way, language }: HelloWordsFormProps) {
  const app = useApp();
  const attempt = useAttempt();
  const actions = app.part(templateActions);
  const draft = useDraft(`hello-words/${language}/${way}`);
  const kept = chooseWords(facts, way, language);
  const typed: TemplateWords = {
    subject: draft.fields['subject'] ?? kept.subject,
    text: draft.fields['text'] ?? kept.text,
  };
  const keep = async () => {
    const { id } = await draft.take();
    try {
      await actions.saveTemplate({ way, language, ...typed }, id);
    } catch (error) {
      draft.giveBack();
      throw error;
    }
    draft.resetFrom({ ...typed });
  };
  const goBack = async () => {
    const ids = await actions.deleteTemplates(way, language);
    draft.clear();
    const undo = () => attempt(() => actions.undeleteTemplates(ids));
    app.toast.set({ words: 'Back to the first words.', undo });
  };
  return {
    typed,
    type: (words: Partial<TemplateWords>) => draft.replaceFields({ ...typed, ...words }),
    isChanged: typed.subject !== kept.subject || typed.text !== kept.text,
    isOwn: facts.templates.some((one) => one.way === way && one.language === language),
    keep: () => attempt(keep),
    goBack: () => attempt(goBack),
  };
}

function Preview({ facts, words, way, language }: HelloWordsFormProps & { readonly words: TemplateWords }) {
  const { subject, text } = fillWords(words, wordsFor(facts.me, example.person, example.occasion));
  return (
    <div className={styles.preview}>
      <small>To Dana it reads</small>
      <p lang={language}>
        {way === 'email' && subject !== '' ? <b>{subject}</b> : null}
        {text}
      </p>
    </div>
  );
}
