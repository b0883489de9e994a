import { useEffect, useState } from 'react';
import type { Person } from '../../domain/person.ts';
import { searchableText } from '../../domain/text.ts';
import type { Reachable } from '../../store/queries/known-people.ts';
import { useApp } from './use-app.ts';

/** Numbers and addresses that somebody may have already, as they are compared. */
export interface Wanted {
  readonly e164s: readonly string[];
  /** In small letters. */
  readonly emails: readonly string[];
}

/** Empty until the numbers are read. */
export function useWanted(phones: readonly string[], emails: readonly string[]): Wanted {
  const { readPhone } = useApp();
  const [e164s, setE164s] = useState<readonly string[]>([]);
  const numbers = phones
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n');
  useEffect(() => {
    let isStale = false;
    const read = async () => {
      const readings = await Promise.all(numbers.split('\n').filter(Boolean).map(readPhone));
      if (!isStale) setE164s(readings.flatMap((reading) => reading?.e164 ?? []));
    };
    void read();
    return () => {
      isStale = true;
    };
  }, [numbers, readPhone]);
  return { e164s, emails: emails.map((text) => text.trim().toLowerCase()).filter(Boolean) };
}

/** What somebody has in common with what is wanted. */
export function sharedWay(one: Reachable, { e164s, emails }: Wanted): 'number' | 'email' | undefined {
  if (e164s.some((number) => one.e164s.has(number))) return 'number';
  return emails.some((email) => one.emails.has(email)) ? 'email' : undefined;
}

/** Nothing typed yet may be anybody; otherwise one name must go on where the other ends: "Dana", "Dana Ruiz". */
export function isSameName(typed: string, person: Person): boolean {
  const [one, other] = [typed, person.name].map((name) => `${searchableText(name.trim())} `);
  if (one === undefined || other === undefined || one === ' ' || other === ' ') return true;
  return one.startsWith(other) || other.startsWith(one);
}
