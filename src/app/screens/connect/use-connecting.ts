import { useState } from 'react';
import type { Problem } from '../../../protocol/problem.ts';
import type { Session } from '../../../protocol/session.ts';
import type { PasskeyResult } from '../../ports/sign-in.ts';
import { useApp } from '../../ui/use-app.ts';
import { introduceDevice } from './introduce-device.ts';

export interface Connecting {
  /** What went wrong, in words; undefined when nothing did. */
  readonly problem: string | undefined;
  readonly fieldProblem: (field: string) => string | undefined;
  /** The field is being corrected. */
  readonly forgetProblem: (field: string) => void;
  readonly isBusy: boolean;
  /** Says that the people on this phone belong to `email`. */
  readonly refuse: (email: string) => void;
  readonly connect: (ask: () => Promise<PasskeyResult<Session>>) => Promise<void>;
}

/** Asks for a session and, when there is one, ties this device to it. */
export function useConnecting(onConnected: () => void): Connecting {
  const app = useApp();
  const { store, contactDatabase, deviceName } = app;
  const [problem, setProblem] = useState<string>();
  const [fields, setFields] = useState<Problem['errors']>();
  const [isBusy, setIsBusy] = useState(false);

  const connect = async (ask: () => Promise<PasskeyResult<Session>>) => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    setFields(undefined);
    const result = await ask();
    setIsBusy(false);
    if (result.kind === 'not-given') {
      setProblem('No passkey was given. Try again, or use a password.');
    } else if (result.kind === 'unreachable') {
      setProblem('No signal to your contact database just now. Try again in a moment.');
    } else if (result.kind === 'problem') {
      setFields(result.problem.errors);
      setProblem(result.problem.errors ? undefined : (result.problem.detail ?? result.problem.title));
    } else {
      await tie(result.value);
    }
  };

  const tie = async (session: Session) => {
    const connected = await store.connect(session).catch(() => undefined);
    if (connected?.kind === 'connected') {
      await store.nameDevice(deviceName).catch(() => undefined);
      await introduceDevice(app);
      return onConnected();
    }
    // The session that was just made is not for this device's people.
    await contactDatabase.signOut();
    if (connected !== undefined) refuse(connected.email);
    else setProblem('This phone could not remember who signed in. Free some space and try again.');
  };
  const refuse = (email: string) =>
    setProblem(`The people on this phone belong to ${email}. Use that email here.`);

  const fieldProblem = (field: string) => {
    const found = fields?.find((error) => error.field === field);
    return found && sentence(field, found.detail);
  };
  const forgetProblem = (field: string) => setFields((all) => all?.filter((error) => error.field !== field));
  return { problem, fieldProblem, forgetProblem, isBusy, refuse, connect };
}

const fieldWords: Readonly<Record<string, string>> = {
  email: 'This',
  name: 'The name',
  password: 'The password',
  token: 'The link',
};

function sentence(field: string, detail: string): string {
  const words = `${fieldWords[field] ?? field} ${detail}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
