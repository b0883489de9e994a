import { storableText } from '../../domain/text.ts';
import { badRequest } from '../problem.ts';

/** Ends a request with a name that the database would cut or refuse. */
export function requireStorableName(name: string): void {
  if (storableText(name) === name) return;
  throw badRequest([{ field: 'name', detail: 'holds a character that no database can keep' }]);
}
