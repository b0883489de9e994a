import { Suspense, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import styles from './Router.module.css';
import { CaptureScreen } from './screens/capture/CaptureScreen.tsx';
import { LaterLineBox } from './screens/capture/line/later-line-box.ts';
import { LaterWayOutlet } from './screens/capture/ways/later-way-outlet.ts';
import { topOfPeople } from './screens/people/people-place.ts';
import { later, lazyOr } from './ui/lazy-or.ts';
import { TabBar } from './ui/TabBar.tsx';
import { ToastOutlet } from './ui/Toast.tsx';
import { Trouble } from './ui/Trouble.tsx';
import { useIsWide } from './ui/use-is-wide.ts';
import { usePeopleMetToday } from './ui/use-people-met-today.ts';

const SavedScreen = later(() => import('./screens/saved/SavedScreen.tsx').then((m) => m.SavedScreen));
const TodayRoom = later(() => import('./screens/today/TodayAhead.tsx').then((m) => m.TodayRoom));
const PeopleScreen = later(() => import('./screens/people/PeopleScreen.tsx').then((m) => m.PeopleScreen));
const PersonScreen = later(() => import('./screens/person/PersonScreen.tsx').then((m) => m.PersonScreen));
const CardRoom = later(() => import('./CardRoom.tsx').then((m) => m.CardRoom));
const SettingsScreen = later(() =>
  import('./screens/settings/SettingsScreen.tsx').then((m) => m.SettingsScreen),
);
const ConnectScreen = later(() => import('./screens/connect/ConnectScreen.tsx').then((m) => m.ConnectScreen));

const LaterRooms = later(() => import('./LaterRooms.tsx').then((m) => m.LaterRooms));

const BesideRooms = lazyOr(() => import('./BesideRooms.tsx').then((m) => m.BesideRooms));

/** Fetches the rooms behind the first screen, so that a signal lost on the way to them does no harm. */
export function preloadRooms(): void {
  for (const room of [
    SavedScreen,
    LaterLineBox,
    LaterWayOutlet,
    TodayRoom,
    PeopleScreen,
    PersonScreen,
    CardRoom,
    SettingsScreen,
    ConnectScreen,
    LaterRooms,
  ]) {
    void room.load().catch(() => undefined);
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
          <BesideRooms />
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
        <TodayRoom />
      </Route>
      <Route path="/people/:id?">{({ id }) => <People id={id} />}</Route>
      <Route path="/card/:page?">{({ page }) => <CardRoom page={page} />}</Route>
      <Route path="/settings">
        <SettingsScreen />
      </Route>
      <Route path="/connect">
        <ConnectScreen onConnected={isConnected} />
      </Route>
      <Route>
        <LaterRooms onConnected={isConnected} />
      </Route>
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
