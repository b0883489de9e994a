import { lazy, Suspense, useRef } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import styles from './Router.module.css';
import { CaptureScreen } from './screens/capture/CaptureScreen.tsx';
import { loadLineBox } from './screens/capture/line/load-line-box.ts';
import { loadWayOutlet } from './screens/capture/ways/load-way-outlet.ts';
import { topOfPeople } from './screens/people/people-place.ts';
import { lazyOr } from './ui/lazy-or.ts';
import { TabBar } from './ui/TabBar.tsx';
import { ToastOutlet } from './ui/Toast.tsx';
import { Trouble } from './ui/Trouble.tsx';
import { useIsWide } from './ui/use-is-wide.ts';
import { usePeopleMetToday } from './ui/use-people-met-today.ts';

const loadSaved = () => import('./screens/saved/SavedScreen.tsx').then((m) => ({ default: m.SavedScreen }));
const loadToday = () => import('./screens/today/TodayScreen.tsx').then((m) => ({ default: m.TodayScreen }));
const loadPeople = () =>
  import('./screens/people/PeopleScreen.tsx').then((m) => ({ default: m.PeopleScreen }));
const loadPerson = () =>
  import('./screens/person/PersonScreen.tsx').then((m) => ({ default: m.PersonScreen }));
const loadCard = () => import('./CardRoom.tsx').then((m) => ({ default: m.CardRoom }));
const loadVoice = () => import('./screens/voice/VoiceScreen.tsx').then((m) => ({ default: m.VoiceScreen }));
const loadReview = () =>
  import('./screens/review/ReviewScreen.tsx').then((m) => ({ default: m.ReviewScreen }));
const loadSettings = () =>
  import('./screens/settings/SettingsScreen.tsx').then((m) => ({ default: m.SettingsScreen }));
const loadConnect = () =>
  import('./screens/connect/ConnectScreen.tsx').then((m) => ({ default: m.ConnectScreen }));
const loadSettingsRoom = () =>
  import('./screens/settings/SettingsRoom.tsx').then((m) => ({ default: m.SettingsRoom }));
const loadJoinPhone = () =>
  import('./screens/connect/JoinPhoneScreen.tsx').then((m) => ({ default: m.JoinPhoneScreen }));
const loadClaim = () => import('./screens/connect/ClaimScreen.tsx').then((m) => ({ default: m.ClaimScreen }));

const loadJoin = () => import('./screens/connect/JoinScreen.tsx').then((m) => ({ default: m.JoinScreen }));
const loadReset = () => import('./screens/connect/ResetScreen.tsx').then((m) => ({ default: m.ResetScreen }));

const SavedScreen = lazy(loadSaved);
const Banners = lazyOr(() => import('./ui/Banners.tsx').then((m) => m.Banners));
const TodayScreen = lazy(loadToday);
const PeopleScreen = lazy(loadPeople);
const PersonScreen = lazy(loadPerson);
const CardRoom = lazy(loadCard);
const VoiceScreen = lazy(loadVoice);
const ReviewScreen = lazy(loadReview);
const SettingsScreen = lazy(loadSettings);
const SettingsRoom = lazy(loadSettingsRoom);
const JoinPhoneScreen = lazy(loadJoinPhone);
const ConnectScreen = lazy(loadConnect);
const ClaimScreen = lazy(loadClaim);
const JoinScreen = lazy(loadJoin);
const ResetScreen = lazy(loadReset);

/** Fetches the rooms behind the first screen, so that a signal lost on the way to them does no harm. */
export function preloadRooms(): void {
  for (const load of [
    loadSaved,
    loadLineBox,
    loadWayOutlet,
    loadToday,
    loadPeople,
    loadPerson,
    loadCard,
    loadVoice,
    loadReview,
    loadSettings,
    loadConnect,
  ]) {
    void load().catch(() => undefined);
  }
}

export function Router() {
  const met = usePeopleMetToday();
  const [location] = useLocation();
  const room = location.split('/')[1];
  const isWide = useIsWide();
  // Who speaks into a phone has one thing to tap.
  const isAlone = room === 'voice' && !isWide;
  const notLookedAt = met?.filter(({ person }) => person.lookedAt === null).length ?? 0;
  return (
    <div className={isAlone ? `${styles.frame} ${styles.alone}` : styles.frame}>
      <div className={styles.room}>
        <Suspense fallback={null}>
          <Banners />
        </Suspense>
        <Trouble key={room}>
          <Suspense fallback={<div className={styles.waiting} />}>
            <Rooms />
          </Suspense>
        </Trouble>
      </div>
      {isAlone ? null : <TabBar notLookedAt={notLookedAt} />}
      <ToastOutlet />
    </div>
  );
}

/** Whoever spoke in the middle of a review goes on with it. */
function roomAfterVoice(aboutId: string | undefined): string {
  if (location.search.includes('from=review')) return '/review';
  return aboutId ? `/people/${aboutId}` : '/today';
}

const readToken = () => location.hash.slice(1);

function Rooms() {
  const [, navigate] = useLocation();
  const isConnected = () => navigate('/today', { replace: true });
  return (
    <Switch>
      <Route path="/">
        <CaptureScreen onSaved={(id) => navigate(`/saved/${id}`)} />
      </Route>
      <Route path="/saved/:id">
        {({ id }) => <SavedScreen personId={id} onMeetSomeoneElse={() => navigate('/', { replace: true })} />}
      </Route>
      <Route path="/today">
        <TodayScreen />
      </Route>
      <Route path="/review">
        <ReviewScreen onOver={() => navigate('/today', { replace: true })} />
      </Route>
      <Route path="/people/:id?">{({ id }) => <People id={id} />}</Route>
      <Route path="/card/:page?">{({ page }) => <CardRoom page={page} />}</Route>
      <Route path="/voice/:id?">
        {({ id }) => (
          <VoiceScreen
            personId={id}
            onDone={(aboutId) => navigate(roomAfterVoice(aboutId), { replace: true })}
          />
        )}
      </Route>
      <Route path="/settings">
        <SettingsScreen />
      </Route>
      <Route path="/settings/:room">{({ room }) => <SettingsRoom room={room} />}</Route>
      <Route path="/join-phone">
        <JoinPhoneScreen readToken={() => location.hash.slice(1)} onConnected={isConnected} />
      </Route>
      <Route path="/connect">
        <ConnectScreen onConnected={isConnected} />
      </Route>
      <Route path="/claim">
        <ClaimScreen readToken={readToken} onConnected={isConnected} />
      </Route>
      <Route path="/join">
        <JoinScreen readToken={readToken} onConnected={isConnected} />
      </Route>
      <Route path="/reset">
        <ResetScreen readToken={readToken} />
      </Route>
      <Redirect to="/" replace />
    </Switch>
  );
}

/** On a phone the list or the page; from 900 px on, both side by side. */
function People({ id }: { readonly id: string | undefined }) {
  const [, navigate] = useLocation();
  const isWide = useIsWide();
  const place = useRef(topOfPeople);
  const page = id === undefined ? null : <PersonScreen personId={id} onDeleted={() => navigate('/people')} />;
  if (!isWide) return page ?? <PeopleScreen hereId={undefined} place={place} />;
  return (
    <div className={styles.sideBySide}>
      <PeopleScreen hereId={id} place={place} />
      {page ?? <p className={styles.nobody}>Choose somebody to see their page.</p>}
    </div>
  );
}
