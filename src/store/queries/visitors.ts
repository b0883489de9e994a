import { rowToVisitor, type Visitor } from '../../domain/visitor.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted } from '../stored-row.ts';

export function visitorQueries({ db }: StoreContext) {
  return {
    /** Those whom nobody has answered, latest first. */
    async listUnanswered(): Promise<Visitor[]> {
      const rows = (await db.visitor.toArray()).filter((row) => !isStoredDeleted(row));
      const visitors = rows.map((row) => rowToVisitor(row)).filter(({ answer }) => answer === null);
      return visitors.sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
    },
  };
}
