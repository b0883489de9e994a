import { Link } from 'wouter';
import { joinPagePath } from '../../../protocol/pairing.ts';
import { pairingWords } from '../../../protocol/pairing-words.ts';
import { Button } from '../../ui/Button.tsx';
import { MatchingWords } from '../../ui/MatchingWords.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './Devices.module.css';
import { type ShownPairing, usePairing } from './use-pairing.ts';

/** Shows the code that a phone reads, then the words that both screens must show. */
export function AddPhoneRoom() {
  const shown = usePairing();
  const { answer, problem, pairing, start } = shown;
  if (answer?.state === 'claimed' && pairing !== undefined) {
    return <CompareWords shown={shown} claimed={answer} id={pairing.id} />;
  }
  if (answer?.state === 'joined') {
    return (
      <Screen title="Add a phone">
        <h2>The phone is added</h2>
        <p className={styles.soft}>Your people are on the way to it.</p>
        <BackToSettings />
      </Screen>
    );
  }
  if (answer?.state === 'void' || answer?.state === 'expired') {
    return (
      <Screen
        title="Add a phone"
        action={
          <Button look="primary" onClick={() => void start()}>
            Show a new code
          </Button>
        }
      >
        <h2>{answer.state === 'void' ? 'This code was ended' : 'The two minutes are over'}</h2>
        <p className={styles.soft}>
          {answer.state === 'void'
            ? 'No phone was added. If two phones read the code, one of them may not be yours: show the next one where nobody looks over your shoulder.'
            : 'No phone was added.'}
        </p>
        <BackToSettings />
      </Screen>
    );
  }
  return (
    <Screen title="Add a phone">
      {pairing === undefined ? null : <ShowCode shown={shown} token={pairing.token} />}
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <BackToSettings />
    </Screen>
  );
}

function ShowCode({ shown, token }: { readonly shown: ShownPairing; readonly token: string }) {
  const { share, toast } = useApp();
  const link = `${location.origin}${joinPagePath}#${token}`;
  if (shown.answer?.state === 'confirmed') return <p role="status">Waiting for the phone to come in…</p>;
  const copy = async () => {
    toast.set({ words: (await share(link)) ? 'Handed over.' : 'Sharing did not work here.' });
  };
  return (
    <>
      <p className={styles.soft}>Point the phone’s camera at this code and open the link. It works once.</p>
      {isThisComputerOnly(location.hostname) ? (
        <p className={styles.problem}>
          A phone cannot reach {location.host}. Open Justmet here under the address that your phone uses, then
          add it.
        </p>
      ) : null}
      <TagCard colour="blue" title="Add a phone">
        <div className={styles.code}>
          <QrCode text={link} label="The code that adds a phone" />
          <p className={styles.time} role="timer">
            {clockOf(shown.secondsLeft)} left
          </p>
        </div>
      </TagCard>
      <Button onClick={() => void copy()}>Share the link instead</Button>
    </>
  );
}

interface CompareWordsProps {
  readonly shown: ShownPairing;
  readonly claimed: { readonly joiner: string; readonly nonce: string; readonly name: string };
  readonly id: string;
}

function CompareWords({ shown, claimed: { joiner, nonce, name }, id }: CompareWordsProps) {
  return (
    <Screen
      title="Compare the words"
      action={
        <div className={styles.buttons}>
          <Button look="primary" onClick={() => void shown.confirm(joiner)}>
            They match
          </Button>
          <Button look="alert" onClick={() => void shown.refuse()}>
            They do not match
          </Button>
        </div>
      }
    >
      <p className={styles.soft}>Does the {name === '' ? 'phone' : name} show the same three words?</p>
      <TagCard colour="blue" title="The three words" aside={clockOf(shown.secondsLeft)}>
        <MatchingWords words={pairingWords({ id, joiner, nonce })} />
      </TagCard>
      <p role="alert" className={styles.problem}>
        {shown.problem}
      </p>
    </Screen>
  );
}

function BackToSettings() {
  return (
    <Link href="/settings" className={styles.link}>
      Back to Settings
    </Link>
  );
}

/** "1:05" */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function isThisComputerOnly(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
