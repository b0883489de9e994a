import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { personFirstName, personLabel } from '../../../domain/person.ts';
import { Button } from '../../ui/Button.tsx';
import { KeptDetails } from '../../ui/details/KeptDetails.tsx';
import { Gone } from '../../ui/Gone.tsx';
import { HelloCard } from '../../ui/hello/HelloCard.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { Conflicts } from './Conflicts.tsx';
import { Files } from './Files.tsx';
import { Household } from './Household.tsx';
import { Notes } from './Notes.tsx';
import { NextTouchCard } from './next/NextTouchCard.tsx';
import styles from './PersonScreen.module.css';
import { PersonTag } from './PersonTag.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { PutInto, PutTogether } from './PutTogether.tsx';
import { Reach } from './Reach.tsx';

interface PersonScreenProps {
  readonly personId: string;
  readonly onDeleted: () => void;
}

/** Somebody's tag, what is known of them, and what you noted. */
export function PersonScreen({ personId, onDeleted }: PersonScreenProps) {
  const { store, toast } = useApp();
  const attempt = useAttempt();
  const page = useLiveQuery(
    () => store.readPerson(personId).then((found) => found ?? null),
    [store, personId],
  );
  const back = (
    <Link href="/people" className={styles.back}>
      <Icon name="back" size={20} />
      People
    </Link>
  );
  // The answer for somebody else, from the moment before, is no answer: its fields would be edited as this person's.
  if (page === undefined || (page !== null && page.person.id !== personId)) {
    return <Screen title={back}>{null}</Screen>;
  }
  if (page === null) {
    return (
      <Screen title={back}>
        <Gone>This person is not on this phone.</Gone>
      </Screen>
    );
  }
  const name = personFirstName(page.person);
  if (page.isDeleted) {
    return (
      <Screen title={back}>
        <PutInto personId={personId}>
          <Gone>
            <p>{personLabel(page.person)} is deleted.</p>
            <Button onClick={() => attempt(() => store.undeletePerson(personId))}>Bring {name} back</Button>
          </Gone>
        </PutInto>
      </Screen>
    );
  }
  const remove = async () => {
    await store.deletePerson(personId);
    const undo = () => attempt(() => store.undeletePerson(personId));
    toast.set({ words: `${personLabel(page.person)} is deleted.`, undo });
    onDeleted();
  };
  return (
    <Screen title={back} name={personLabel(page.person)}>
      <h1 className="visually-hidden">{personLabel(page.person)}</h1>
      <PersonTag key={personId} page={page} />
      <Conflicts key={`conflicts ${personId}`} person={page.person} />
      <PlaceLink occasionId={page.occasion?.id} />
      <Reach person={page.person} />
      <KeptDetails key={`details ${personId}`} person={page.person} />
      <NextTouchCard key={`next ${personId}`} person={page.person} />
      <HelloCard key={`hello ${personId}`} page={page} startsFolded />
      <Household person={page.person} />
      <PutTogether personId={personId} />
      <Notes key={`notes ${personId}`} page={page} />
      <Files key={`files ${personId}`} page={page} />
      <Button look="quiet" className={styles.delete ?? ''} onClick={() => attempt(remove)}>
        Delete {name}
      </Button>
    </Screen>
  );
}
