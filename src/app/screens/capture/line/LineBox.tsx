import { useEffect, useId, useRef, useState } from 'react';
import { maxNoteLength } from '../../../../domain/limits.ts';
import type { QuickLinePart } from '../../../../exchange/quick-line/quick-line-reading.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip, Chips } from '../../../ui/Chip.tsx';
import { useApp } from '../../../ui/use-app.ts';
import styles from './LineBox.module.css';
import type { LineReader } from './line-fields.ts';
import { createLineReader, readLineParts, readPutBack } from './read-line.ts';

export interface LineBoxProps {
  readonly line: string;
  /** As the draft holds it. */
  readonly putBack: string;
  readonly onChange: (line: string, putBack: string) => void;
  /** The reader that fills in the tag from now on. */
  readonly onReady: (read: LineReader) => void;
  /** The line is taken over into the tag. */
  readonly onDone: () => void;
}

const words: Readonly<Record<QuickLinePart['kind'], string>> = {
  name: 'Name',
  title: 'Job',
  company: 'Company',
  phone: 'Phone',
  email: 'Email',
  handle: 'Link',
};

/** One line that takes everything as it comes. What is recognised moves into the tag while one watches, and back by a tap. */
export function LineBox({ line, putBack, onChange, onReady, onDone }: LineBoxProps) {
  const app = useApp();
  const [region, setRegion] = useState('US');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    area.current?.focus();
    let isGone = false;
    const read = async () => {
      const known = await app.readRegion();
      if (isGone) return;
      setRegion(known);
      onReady(createLineReader(known));
    };
    void read();
    return () => {
      isGone = true;
    };
    // The reader is handed over once.
  }, [app, onReady]);

  const { parts } = readLineParts(line, region, putBack);
  const back = readPutBack(putBack);
  const setBack = (next: ReadonlySet<string>) =>
    onChange(line, next.size === 0 ? '' : JSON.stringify([...next]));
  const sourceOf = ({ from, to }: QuickLinePart) => line.slice(from, to);
  const without = (source: string) => new Set([...back].filter((known) => known !== source));
  return (
    <section className={styles.box} aria-label="All in one line">
      <label htmlFor={id} className="visually-hidden">
        Everything in one line
      </label>
      <textarea
        id={id}
        ref={area}
        rows={2}
        value={line}
        maxLength={maxNoteLength}
        autoCapitalize="words"
        placeholder="Say, type or paste it all: Dana Ruiz 231 555 0142, dana at bakery dot com, two kids"
        onChange={(event) => onChange(event.target.value, putBack)}
      />
      {parts.length + back.size === 0 ? (
        <p className={styles.hint}>The microphone on your keyboard writes here, signal or not.</p>
      ) : (
        <Chips label="What was found">
          {parts.map((part) => (
            <Chip
              key={`${part.from}`}
              look="chosen"
              aria-label={`${words[part.kind]} ${part.text}: put it back`}
              onClick={() => setBack(new Set([...back, sourceOf(part)]))}
            >
              {part.text} <span aria-hidden="true">×</span>
            </Chip>
          ))}
          {[...back].map((source) => (
            <Chip
              key={source}
              look="suggestion"
              aria-label={`${source}: take it out of the note again`}
              onClick={() => setBack(without(source))}
            >
              {source}
            </Chip>
          ))}
        </Chips>
      )}
      <Button look="quiet" className={styles.done ?? ''} onClick={onDone}>
        Close the line
      </Button>
    </section>
  );
}
