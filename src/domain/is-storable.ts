import * as z from 'zod/mini';
import { isStorableText } from './text.ts';

/** For every text that is kept or looked up: SQLite cuts at a NUL, PostgreSQL refuses it. */
export const isStorable = z.refine<string>(
  (text) => isStorableText(text),
  'holds a character that no database can keep',
);
