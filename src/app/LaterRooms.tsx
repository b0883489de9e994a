import { Redirect, Route, Switch, useLocation } from 'wouter';
import { LookBackScreen } from './screens/look-back/LookBackScreen.tsx';
import { OccasionScreen } from './screens/occasion/OccasionScreen.tsx';
import { later } from './ui/lazy-or.ts';

const VoiceScreen = later(() => import('./screens/voice/VoiceScreen.tsx').then((m) => m.VoiceScreen));
const ReviewScreen = later(() => import('./screens/review/ReviewScreen.tsx').then((m) => m.ReviewScreen));
const SettingsRoom = later(() => import('./screens/settings/SettingsRoom.tsx').then((m) => m.SettingsRoom));
const JoinPhoneScreen = later(() =>
  import('./screens/connect/JoinPhoneScreen.tsx').then((m) => m.JoinPhoneScreen),
);
const ClaimScreen = later(() => import('./screens/connect/ClaimScreen.tsx').then((m) => m.ClaimScreen));
const JoinScreen = later(() => import('./screens/connect/JoinScreen.tsx').then((m) => m.JoinScreen));
const ResetScreen = later(() => import('./screens/connect/ResetScreen.tsx').then((m) => m.ResetScreen));

/** Whoever spoke in the middle of a review goes on with it. */
function roomAfterVoice(aboutId: string | undefined): string {
  if (location.search.includes('from=review')) return '/review';
  return aboutId ? `/people/${aboutId}` : '/today';
}

const readToken = () => location.hash.slice(1);

/** Rooms that nobody opens first, and the way home from an address that leads nowhere: their names cost the first screen nothing. */
export function LaterRooms({ onConnected }: { readonly onConnected: () => void }) {
  const [, navigate] = useLocation();
  return (
    <Switch>
      <Route path="/voice/:id?">
        {({ id }) => (
          <VoiceScreen
            personId={id}
            onDone={(aboutId) => navigate(roomAfterVoice(aboutId), { replace: true })}
          />
        )}
      </Route>
      <Route path="/review">
        <ReviewScreen onOver={() => navigate('/today', { replace: true })} />
      </Route>
      <Route path="/occasion/:id">{({ id }) => <OccasionScreen key={id} occasionId={id} />}</Route>
      <Route path="/look-back">
        <LookBackScreen />
      </Route>
      <Route path="/settings/:room">{({ room }) => <SettingsRoom room={room} />}</Route>
      <Route path="/join-phone">
        <JoinPhoneScreen readToken={readToken} onConnected={onConnected} />
      </Route>
      <Route path="/claim">
        <ClaimScreen readToken={readToken} onConnected={onConnected} />
      </Route>
      <Route path="/join">
        <JoinScreen readToken={readToken} onConnected={onConnected} />
      </Route>
      <Route path="/reset">
        <ResetScreen readToken={readToken} />
      </Route>
      <Redirect to="/" replace />
    </Switch>
  );
}
