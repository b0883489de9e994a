import { useState } from 'react';
import type { AccountFacts } from '../../../protocol/account.ts';
import type { Proof } from '../../../protocol/passwords.ts';
import type { PasskeyResult, SignIn } from '../../ports/sign-in.ts';

export interface ProofForm {
  /** Also while nobody knows yet what the account has: nearly every one has a password. */
  readonly asksPassword: boolean;
  readonly password: string;
  readonly setPassword: (text: string) => void;
  /** The typed password, or where the account has none, a passkey that is asked for now. */
  readonly prove: () => Promise<PasskeyResult<Proof>>;
}

/** That it is still the one who signed in: before anything that opens or ends an account. */
export function useProof(signIn: SignIn | undefined, facts: AccountFacts | undefined): ProofForm {
  const [password, setPassword] = useState('');
  const asksPassword = facts?.hasPassword ?? true;
  const prove = async (): Promise<PasskeyResult<Proof>> => {
    if (asksPassword) return { kind: 'ok', value: { kind: 'password', password } };
    return signIn?.provePasskey() ?? { kind: 'unreachable' };
  };
  return { asksPassword, password, setPassword, prove };
}
