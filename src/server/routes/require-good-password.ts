import { findPasswordProblem, type PasswordOwner } from '../accounts/password-problem.ts';
import { badRequest } from '../problem.ts';

/** Ends a request that would set a password which anybody would guess. */
export function requireGoodPassword(password: string, owner: PasswordOwner): void {
  const detail = findPasswordProblem(password, owner);
  if (detail !== undefined) throw badRequest([{ field: 'password', detail }]);
}
