import { useEffect, useState } from 'react';
import type { SignIn } from '../ports/sign-in.ts';
import { useApp } from './use-app.ts';

/** Undefined until its code has come. */
export function useSignIn(): SignIn | undefined {
  const { loadSignIn } = useApp();
  const [signIn, setSignIn] = useState<SignIn>();
  useEffect(() => {
    loadSignIn().then(setSignIn, () => undefined);
  }, [loadSignIn]);
  return signIn;
}
