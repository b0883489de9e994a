import type { App } from '../ports/app.ts';

/** A number as it was typed, with its E.164 form where it can be one. */
export async function readPhoneEntry(app: App, typed: string): Promise<{ typed: string; e164?: string }> {
  const { e164 } = typed.trim() ? await app.readPhone(typed.trim()) : {};
  return e164 === undefined ? { typed } : { typed, e164 };
}
