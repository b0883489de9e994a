import { Redirect, Route, Switch } from 'wouter';
import { LookBackScreen } from './screens/look-back/LookBackScreen.tsx';
import { OccasionScreen } from './screens/occasion/OccasionScreen.tsx';

/** Rooms that nobody opens first, and the way home from an address that leads nowhere: their names cost the first screen nothing. */
export function LaterRooms() {
  return (
    <Switch>
      <Route path="/occasion/:id">{({ id }) => <OccasionScreen key={id} occasionId={id} />}</Route>
      <Route path="/look-back">
        <LookBackScreen />
      </Route>
      <Redirect to="/" replace />
    </Switch>
  );
}
