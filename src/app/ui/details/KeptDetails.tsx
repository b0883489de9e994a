import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Detail, Person } from '../../../domain/person.ts';
import { personFirstName } from '../../../domain/person.ts';
import { detailActions } from '../../../store/actions/details.ts';
import { Button } from '../Button.tsx';
import { Chip, Chips } from '../Chip.tsx';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import styles from './Details.module.css';

/** They are on the tag itself. */
const onTag = new Set(['phone', 'email', 'address']);

/** What the agent knows about somebody, a chip each: a tap opens it to be put right or removed. */
export function KeptDetails({ person }: { readonly person: Person }) {
  const [openId, setOpenId] = useState<string>();
  const shown = person.details.filter(({ kind }) => !onTag.has(kind));
  const open = shown.find(({ id }) => id === openId);
  return (
    <section className={styles.kept} aria-label={`What you know about ${personFirstName(person)}`}>
      <Chips label="Details">
        {shown.map((detail) => (
          <Chip
            key={detail.id}
            look="chosen"
            aria-expanded={detail.id === openId}
            onClick={() => setOpenId(detail.id === openId ? undefined : detail.id)}
          >
            {detail.text}
          </Chip>
        ))}
        <Chip
          look="suggestion"
          aria-expanded={openId === 'new'}
          onClick={() => setOpenId(openId === 'new' ? undefined : 'new')}
        >
          + Detail
        </Chip>
      </Chips>
      {openId === 'new' || open !== undefined ? (
        <EditDetail key={openId} person={person} detail={open} onDone={() => setOpenId(undefined)} />
      ) : null}
    </section>
  );
}

interface EditDetailProps {
  readonly person: Person;
  /** Undefined for a new one. */
  readonly detail: Detail | undefined;
  readonly onDone: () => void;
}

function EditDetail({ person, detail, onDone }: EditDetailProps) {
  const app = useApp();
  const attempt = useAttempt();
  const actions = app.part(detailActions);
  const [text, setText] = useState(detail?.text ?? '');
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const keep = async () => {
    if (detail === undefined) {
      if (text.trim() !== '') await actions.keepDetail(person.id, { kind: 'other', text });
    } else if (text.trim() !== detail.text) await actions.editDetail(person.id, detail.id, text);
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt(keep);
  };
  return (
    <form className={styles.edit} onSubmit={submit}>
      <label htmlFor={id} className="visually-hidden">
        {detail === undefined ? `Something about ${personFirstName(person)}` : 'What you know'}
      </label>
      <input
        id={id}
        value={text}
        maxLength={2_000}
        placeholder="Two kids, rents, loves ramen…"
        autoComplete="off"
        ref={box}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Keep</Button>
      {detail === undefined ? null : (
        <Button
          look="quiet"
          onClick={() => attempt(() => actions.editDetail(person.id, detail.id, '').then(onDone))}
        >
          Remove
        </Button>
      )}
    </form>
  );
}
