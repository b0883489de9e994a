import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { AccountFacts } from '../../../protocol/account.ts';
import { useApp } from '../../ui/use-app.ts';
import { useSignIn } from '../../ui/use-sign-in.ts';
import { DeleteAccountSection } from './DeleteAccountSection.tsx';
import { InvitationsSection } from './InvitationsSection.tsx';
import { PasskeysSection } from './PasskeysSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';

/** What the contact database knows of this account: only while signed in, and with signal. */
export function AccountSections() {
  const { store } = useApp();
  const signIn = useSignIn();
  const isSignedIn = useLiveQuery(async () => (await store.readConnection())?.isSignedIn ?? false, [store]);
  const [facts, setFacts] = useState<AccountFacts>();
  const refresh = useCallback(async () => {
    const answer = await signIn?.readFacts();
    if (answer?.kind === 'ok') setFacts(answer.value);
  }, [signIn]);
  useEffect(() => {
    if (isSignedIn) void refresh();
  }, [isSignedIn, refresh]);
  if (signIn === undefined || facts === undefined || !isSignedIn) return null;
  const parts = { signIn, facts };
  return (
    <>
      <PasswordSection {...parts} onChanged={() => void refresh()} />
      {signIn.hasPasskeys ? <PasskeysSection {...parts} /> : null}
      {facts.isOwner ? <InvitationsSection signIn={signIn} /> : null}
      <DeleteAccountSection {...parts} />
    </>
  );
}
