import { join } from 'node:path';

/** While it exists, what lies in the data folder is half of two databases: nobody may open it. */
export function unfinishedRestore(dataFolder: string): string {
  return join(dataFolder, '.restoring');
}
