import { useState } from 'react';
import { type Person, personFirstName, personLabel } from '../../../domain/person.ts';
import { type Visitor, visitorFirstName } from '../../../domain/visitor.ts';
import { visitorActions } from '../../../store/actions/visitors.ts';
import { knownPeopleQueries, type Reachable } from '../../../store/queries/known-people.ts';
import { visitorQueries } from '../../../store/queries/visitors.ts';
import type { App } from '../../ports/app.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { createKeptQuery, useKeptQuery } from '../../ui/kept-query.ts';
import { readPhoneEntry } from '../../ui/read-phone-entry.ts';
import { isSameName, sharedWay, useWanted } from '../../ui/seen-before.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './VisitorCards.module.css';

export const unanswered = createKeptQuery(({ part }) => part(visitorQueries).listUnanswered());
export const reachable = createKeptQuery(async ({ part }, isWanted: boolean) =>
  isWanted ? part(knownPeopleQueries).listReachable() : [],
);

/** A flood must not push the day's own people out of sight. */
const atOnce = 3;

/** Who sent their details by the public page of a card: nobody is kept before the agent says so. */
export function VisitorCards() {
  const visitors = useKeptQuery(unanswered) ?? [];
  const [shown, setShown] = useState(atOnce);
  const isAny = visitors.length > 0;
  const people = useKeptQuery(reachable, isAny);
  const more = visitors.length - shown;
  return (
    <>
      {visitors.slice(0, shown).map((visitor) => (
        <VisitorCard key={visitor.id} visitor={visitor} people={people ?? []} />
      ))}
      {more > 0 ? (
        <Chips label="More who sent their details">
          <Chip look="suggestion" onClick={() => setShown(shown + atOnce)}>
            {more} more sent their details
          </Chip>
        </Chips>
      ) : null}
    </>
  );
}

interface VisitorCardProps {
  readonly visitor: Visitor;
  readonly people: readonly Reachable[];
}

function VisitorCard({ visitor, people }: VisitorCardProps) {
  const app = useApp();
  const attempt = useAttempt();
  const { keepVisitor, addVisitorTo, dismissVisitor, takeBackAnswer } = app.part(visitorActions);
  const name = visitorFirstName(visitor);
  const undo = () => attempt(() => takeBackAnswer(visitor.id));
  const keep = async () => {
    await keepVisitor(visitor.id, await readNumbers(app, visitor));
    app.toast.set({ words: `${name} is kept.`, undo });
  };
  const typedOf = (entries: readonly { readonly typed: string }[]) => entries.map(({ typed }) => typed);
  const wanted = useWanted(typedOf(visitor.phones), typedOf(visitor.emails));
  const known = people.find((one) => sharedWay(one, wanted) !== undefined)?.person;
  const add = async (person: Person) => {
    if (!(await addVisitorTo(person.id, visitor.id, await readNumbers(app, visitor)))) return;
    app.toast.set({ words: `Added to ${personLabel(person)}.` });
  };
  const dismiss = async () => {
    await dismissVisitor(visitor.id);
    app.toast.set({ words: `${name} is not kept.`, undo });
  };
  const { phones, emails, company, message, sentAt } = visitor;
  const details = [visitor.name, company, ...[...phones, ...emails].map(({ typed }) => typed)];
  return (
    <section className={styles.card}>
      <h2>{name} sent you their details</h2>
      <ul>
        {[...new Set(details)].filter(Boolean).map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
      {message === '' ? null : <p>“{message}”</p>}
      <p className={styles.when}>By the page of your card, {momentInWords(sentAt, app.nowMs())}</p>
      {known === undefined ? null : (
        <p>
          {isSameName(visitor.name, known)
            ? `You know ${personLabel(known)}.`
            : `${personLabel(known)} is reached the same way.`}
        </p>
      )}
      <div className={styles.choices}>
        {known === undefined ? null : (
          <Button onClick={() => attempt(() => add(known))}>Add to {personFirstName(known)}</Button>
        )}
        <Button className={styles.keep ?? ''} onClick={() => attempt(keep)}>
          Keep {name}
        </Button>
        <Button onClick={() => attempt(dismiss)}>Don’t keep</Button>
      </div>
    </section>
  );
}

async function readNumbers(app: App, { phones }: Visitor) {
  const read = phones.map(async ({ id, typed }) => [id, await readPhoneEntry(app, typed)] as const);
  return new Map(await Promise.all(read));
}
