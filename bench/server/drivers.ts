import { querySql } from '../../tests/browser/harness/sql.ts';
import { startPostgres } from '../../tests/postgres/start-postgres.ts';
import { makeScratch } from '../harness/scratch.ts';
import { pushBarePostgres } from './push-bare-postgres.ts';
import { pushBareSqlite } from './push-bare-sqlite.ts';

/** An empty contact database. */
export interface FreshDatabase {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Seconds that the bodies take without a server, by the same driver. */
  pushBare(bodies: readonly Buffer[]): Promise<number>;
  countRows(): Promise<number>;
}

export interface Driver {
  readonly name: 'SQLite' | 'PostgreSQL';
  makeDatabase(): Promise<FreshDatabase>;
  close(): Promise<void>;
}

export function sqliteDriver(): Driver {
  return {
    name: 'SQLite',
    async makeDatabase() {
      const dataFolder = makeScratch('data');
      return {
        dataFolder,
        databaseUrl: undefined,
        pushBare: async (bodies) => pushBareSqlite(bodies),
        async countRows() {
          const [counted] = await querySql(dataFolder, 'select count(*) as n from "row"');
          return Number(counted?.['n']);
        },
      };
    },
    close: async () => undefined,
  };
}

/** A PostgreSQL of its own with its own settings, but for the memory and the places that the tests give it. */
export async function postgresDriver(): Promise<Driver> {
  const postgres = await startPostgres({ isDurable: true });
  return {
    name: 'PostgreSQL',
    async makeDatabase() {
      const databaseUrl = await postgres.createDatabase();
      return {
        dataFolder: makeScratch('data'),
        databaseUrl,
        pushBare: (bodies) => pushBarePostgres(databaseUrl, bodies),
        async countRows() {
          const [counted] = await postgres.query(databaseUrl, 'select count(*)::int as n from "row"');
          return Number(counted?.['n']);
        },
      };
    },
    close: () => postgres.stop(),
  };
}
