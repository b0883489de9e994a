import { useState } from 'react';
import type { AccountFacts } from '../../../protocol/account.ts';
import type { Proof } from '../../../protocol/passwords.ts';
import type { PasskeyResult, SignIn } from '../../ports/sign-in.ts';

export interface ProofForm {
  readonly password: string;
  readonly setPassword: (text: string) => void;
  /** The typed password, or where the account has none, a passkey that is asked for now. */
  readonly prove: () => Promise<PasskeyResult<Proof>>;
}

/** That it is still the one who signed in: before anything that opens or ends an account. */
export function useProof(signIn: SignIn, facts: AccountFacts): ProofForm {
  const [password, setPassword] = useState('');
  const prove = async (): Promise<PasskeyResult<Proof>> =>
    facts.hasPassword ? { kind: 'ok', value: { kind: 'password', password } } : signIn.provePasskey();
  return { password, setPassword, prove };
}
