import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { profileLabel } from '../../../domain/profile.ts';
import { type ProfilePage, profileQueries } from '../../../store/queries/profiles.ts';
import type { HoldOut } from '../../ports/hold-out.ts';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './Card.module.css';
import { NewCard } from './NewCard.tsx';
import { PublicPage } from './PublicPage.tsx';
import { SettingsLink } from './SettingsLink.tsx';
import { ShownCard } from './ShownCard.tsx';

/** The card that is held out to somebody, at first the one that the address names; without one, the tag to be filled in. */
export function MyCards({ holdOut }: { readonly holdOut: HoldOut }) {
  const app = useApp();
  const pages = useLiveQuery(() => app.part(profileQueries).listProfiles(), [app]);
  const [chosenId, setChosenId] = useState(() => location.hash.slice(1));
  if (pages === undefined) {
    return (
      <Screen title="Let them add you" corner={<SettingsLink />}>
        {null}
      </Screen>
    );
  }
  const page = pages.find(({ profile }) => profile.id === chosenId) ?? pages[0];
  if (page === undefined) return <NewCard isFirst />;
  const { profile } = page;
  return (
    <Screen title="Let them add you" corner={<Corner profileId={profile.id} />}>
      {pages.length > 1 ? <Cards pages={pages} chosenId={profile.id} onChoose={setChosenId} /> : null}
      <ShownCard key={profile.id} page={page} holdOut={holdOut} />
      <PublicPage page={page} />
      {pages.length > 1 ? null : (
        <Chips label="Your cards">
          <AnotherCard />
        </Chips>
      )}
    </Screen>
  );
}

function Corner({ profileId }: { readonly profileId: string }) {
  return (
    <span className={styles.corner}>
      <Link href={`/card/${profileId}`}>Edit</Link>
      <SettingsLink />
    </span>
  );
}

interface CardsProps {
  readonly pages: readonly ProfilePage[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

function Cards({ pages, chosenId, onChoose }: CardsProps) {
  return (
    <Chips label="Your cards">
      {pages.map(({ profile }) => {
        const isChosen = profile.id === chosenId;
        return (
          <Chip
            key={profile.id}
            look={isChosen ? 'chosen' : 'suggestion'}
            aria-pressed={isChosen}
            onClick={() => onChoose(profile.id)}
          >
            {profileLabel(profile)}
          </Chip>
        );
      })}
      <AnotherCard />
    </Chips>
  );
}

function AnotherCard() {
  const [, navigate] = useLocation();
  return (
    <Chip look="suggestion" onClick={() => navigate('/card/new')}>
      + Card
    </Chip>
  );
}
