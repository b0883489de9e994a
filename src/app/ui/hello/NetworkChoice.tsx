import { type ReactNode, useId, useState } from 'react';
import type { Handle, Person } from '../../../domain/person.ts';
import { Chip, Chips } from '../Chip.tsx';
import { useApp, useSignal } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import styles from './Hello.module.css';
import { followLink, handleOnNetwork, type NetworkName, networkNames } from './networks.ts';

interface NetworkChoiceProps {
  readonly person: Person;
  readonly handle: Handle;
  readonly words: ReactNode;
  readonly onFollow: (network: string) => void;
}

/** A bare handle: where it is, is asked once and written down. */
export function NetworkChoice({ person, handle, words, onFollow }: NetworkChoiceProps) {
  const app = useApp();
  const attempt = useAttempt();
  const isOnline = useSignal(app.isOnline);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const choose = (network: NetworkName) => {
    const reading = handleOnNetwork(handle.typed, network);
    const page = followLink(reading);
    // In the tap itself: later a browser would take it for an advertisement.
    if (isOnline && page !== undefined) open(page, '_blank', 'noopener,noreferrer');
    attempt(() => app.store.editEntry(person.id, { field: 'handle', entryId: handle.id }, reading));
    onFollow(network);
  };
  return (
    <div className={styles.choice}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words}
      </button>
      <div id={id} className={styles.chips} hidden={!isOpen}>
        <Chips label={`Where is ${handle.typed}?`}>
          {networkNames.map((network) => (
            <Chip key={network} look="suggestion" onClick={() => choose(network)}>
              {network}
            </Chip>
          ))}
        </Chips>
      </div>
    </div>
  );
}
