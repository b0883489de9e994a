import { type ChangeEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { canPickContact, pickContact } from '../../../../device/pick-contact.ts';
import { pickedToReading } from '../../../../exchange/picked-contact.ts';
import type { ReadVcard } from '../../../../exchange/vcard/read-card.ts';
import { Button } from '../../../ui/Button.tsx';
import { useApp } from '../../../ui/use-app.ts';
import type { WayProps } from '../ways/way.ts';
import styles from './ContactsWay.module.css';
import { keepBesides } from './keep-card.ts';
import { knowPeople } from './known-people.ts';
import { PeopleFound } from './PeopleFound.tsx';
import { type CardsFound, findCards, readFiles } from './read-cards.ts';

interface ContactsWayProps extends Pick<WayProps, 'onRead'> {
  /** A text of vCards that another app shared; without it, somebody chooses. */
  readonly shared: string | undefined;
  /** All of it is in the tag, or among the people. */
  readonly onDone: () => void;
  /** Somebody left it as it is. */
  readonly onClose: () => void;
}

/** Somebody of the phone's own contacts, or everybody in a file of them. */
export function ContactsWay({ shared, onRead, onDone, onClose }: ContactsWayProps) {
  const app = useApp();
  const [found, setFound] = useState<CardsFound>();
  const [problem, setProblem] = useState<string>();
  const fill = async (card: ReadVcard) => {
    const { besides, leftOut } = await keepBesides(app, card);
    onRead(
      card.contact,
      leftOut.length === 0 ? 'from the card' : 'without a part that is too large',
      besides,
    );
    onDone();
  };
  const read = async (readText: () => Promise<string>) => {
    setProblem(undefined);
    try {
      const everybody = await app.store.listPeople();
      const cards = findCards(await readText(), knowPeople(everybody.map(({ person }) => person)));
      const [only] = cards.fresh;
      if (cards.count === 1 && only !== undefined && cards.faults.length === 0) await fill(only);
      else setFound(cards);
    } catch {
      setProblem('That could not be read. Nothing was changed.');
    }
  };
  const readShared = useEffectEvent(() => {
    if (shared !== undefined) void read(async () => shared);
  });
  useEffect(() => readShared(), []);
  const pick = async () => {
    try {
      const picked = await pickContact();
      if (picked === undefined) return;
      onRead(pickedToReading(picked), 'from your contacts');
      onDone();
    } catch {
      setProblem('The phone did not show its contacts. A contact file works too.');
    }
  };
  // A card that is alone goes into the tag without a word.
  if (shared !== undefined && found === undefined && problem === undefined) return null;
  const leave = found?.fresh.length === 0 ? onDone : onClose;
  if (found !== undefined && found.count > 0) {
    return (
      <Sheet title={countToTitle(found.count)} onClose={leave}>
        <PeopleFound found={found} onFill={(card) => void fill(card)} onDone={onDone} onClose={leave} />
      </Sheet>
    );
  }
  return (
    <Sheet title="From contacts" onClose={leave}>
      <p role="alert" className={styles.problem}>
        {problem ?? found?.faults.map(({ words }) => words).join(' ')}
      </p>
      {canPickContact() ? (
        <Button look="primary" onClick={() => void pick()}>
          Choose in your contacts
        </Button>
      ) : null}
      <FileChooser onChoose={(files) => void read(() => readFiles(files))} />
      <p className={styles.hint}>
        A contact file ends in .vcf. Your contacts app makes one when you share somebody, or export all of
        them.
      </p>
      <Button look="quiet" onClick={leave}>
        Close
      </Button>
    </Sheet>
  );
}

function countToTitle(count: number): string {
  return count === 1 ? 'One person is in this file' : `${count} people are in this file`;
}

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.sheet} aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

function FileChooser({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])];
    // The same file can be chosen again.
    target.value = '';
    if (chosen.length > 0) onChoose(chosen);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        form=""
        // Some systems know no .vcf by its ending, others none by its type.
        accept=".vcf,text/vcard,text/x-vcard,text/directory"
        multiple
        className="visually-hidden"
        aria-label="Contact file"
        tabIndex={-1}
        onChange={choose}
      />
      <Button onClick={() => input.current?.click()}>Choose a contact file</Button>
    </>
  );
}
