import { Redirect } from 'wouter';
import { AddPhoneRoom } from './AddPhoneRoom.tsx';
import { AppPasswordsRoom } from './AppPasswordsRoom.tsx';
import { HelloWordsRoom } from './HelloWordsRoom.tsx';

/** A page behind Settings, by the last part of its address. */
export function SettingsRoom({ room }: { readonly room: string }) {
  if (room === 'add-phone') return <AddPhoneRoom />;
  if (room === 'app-passwords') return <AppPasswordsRoom />;
  if (room === 'hello-words') return <HelloWordsRoom />;
  return <Redirect to="/settings" replace />;
}
