import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { MatchingWords } from '../../ui/MatchingWords.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { count } from '../../ui/status-words.ts';
import { TagCard } from '../../ui/TagCard.tsx';
import { useStatus } from '../../ui/use-status.ts';
import styles from './ConnectScreen.module.css';
import { useConnecting } from './use-connecting.ts';
import { useJoining } from './use-joining.ts';

interface JoinPhoneScreenProps {
  /** From the link in the code, as the address has it now. */
  readonly readToken: () => string;
  readonly onConnected: () => void;
}

/** This phone joins the contact database of the device that shows the code. */
export function JoinPhoneScreen({ readToken, onConnected }: JoinPhoneScreenProps) {
  const connecting = useConnecting(onConnected);
  const joining = useJoining(connecting);
  const [link, setLink] = useState('');
  const [isFromCode] = useState(() => readToken() !== '');
  const status = useStatus();
  const waiting = status !== undefined && 'waiting' in status ? status.waiting : 0;
  const problem = joining.problem ?? connecting.problem;

  if (joining.words !== undefined) {
    return (
      <Screen title="Compare the words">
        <p className={styles.words}>
          Does the other screen show the same three words? Then tap “They match” there.
        </p>
        <TagCard colour="blue" title={joining.owner}>
          <MatchingWords words={joining.words} />
        </TagCard>
        <p className={styles.words}>
          {waiting === 0
            ? 'The people in that contact database come to this phone.'
            : `The ${count(waiting, 'person', 'people')} on this phone ${waiting === 1 ? 'goes' : 'go'} along to that contact database.`}
        </p>
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      </Screen>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void joining.start(isFromCode ? readToken() : tokenOfLink(link));
      }}
    >
      <Screen
        title="Add this phone"
        action={
          <Button look="primary" type="submit" aria-disabled={joining.isBusy}>
            Add this phone
          </Button>
        }
      >
        <p className={styles.words}>
          {isFromCode
            ? 'You read a code on another device of yours. Keep that screen open: both will show three words.'
            : 'On a device that is signed in, open Settings and tap “Add a phone”. Read the code with this phone’s camera, or paste its link here.'}
        </p>
        {isFromCode ? null : (
          <TagCard colour="blue" title="The link of the code">
            <FieldRow
              label="Link"
              inputMode="url"
              autoCapitalize="none"
              value={link}
              onChange={(event) => setLink(event.target.value)}
            />
          </TagCard>
        )}
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      </Screen>
    </form>
  );
}

/** What follows the # of the link, or all of it where somebody copied only that. */
function tokenOfLink(link: string): string {
  return link.trim().split('#').at(-1) ?? '';
}
