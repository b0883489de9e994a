import pg from 'pg';

/** Of one process: `max_connections` of the server is shared by all of them, and each listens on one more. */
const maxConnections = 10;

/**
 * What every connection is told first. A write is answered when it is on disk; a process that hangs or whose
 * machine is gone lets go of an account's lock within half a minute.
 */
const sessionSettings = [
  'set synchronous_commit = on',
  "set idle_in_transaction_session_timeout = '30s'",
  'set tcp_keepalives_idle = 10',
  'set tcp_keepalives_interval = 5',
  'set tcp_keepalives_count = 3',
].join('; ');

/** Sequence numbers and counts are far from where a number loses its last digits. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
  },
};

const settings = {
  types,
  keepAlive: true,
  connectionTimeoutMillis: 5_000,
  application_name: 'justmet',
  pipeline: true,
};

/** Connections that are made when needed; none before. Statements that are not waited for go out one behind another. */
export function createPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    ...settings,
    connectionString: databaseUrl,
    max: maxConnections,
    async onConnect(client) {
      // One that breaks while nobody uses it is replaced by the next; without a listener the process would end.
      client.on('error', () => undefined);
      await client.query(sessionSettings);
    },
  });
  pool.on('error', () => undefined);
  return pool;
}

/** One connection, not made yet. */
export function createClient(databaseUrl: string): pg.Client {
  return new pg.Client({ ...settings, connectionString: databaseUrl });
}
