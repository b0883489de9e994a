import type { Kysely } from 'kysely';
import type {
  DeviceIntroduction,
  EndedAnswer,
  EndedQuestion,
  SignedInDevice,
} from '../../protocol/devices.ts';
import type { Schema } from '../storage/schema.ts';
import type { FoundSession } from './accounts.ts';

/** The devices of one person that are signed in, each by its session. */
export interface Devices {
  /** Says which device a session is of, and what people call it. */
  introduce(found: FoundSession, introduction: DeviceIntroduction): Promise<void>;
  /** The same on the first sync of a session that has not said it. */
  link(found: FoundSession, device: string): Promise<void>;
  /** Keeps when a device synced last, to the minute. */
  noteSync(accountId: string, device: string): Promise<void>;
  list(found: FoundSession): Promise<SignedInDevice[]>;
  end(found: FoundSession, id: string): Promise<'ended' | 'unknown' | 'own'>;
  /** All but the one that asks. */
  endOthers(found: FoundSession): Promise<void>;
  findEnding(question: EndedQuestion): Promise<EndedAnswer['ended']>;
}

interface DeviceOptions {
  readonly db: Kysely<Schema>;
  /** Called when a session is no longer what it was, or has ended. */
  readonly onSessionsChanged: () => Promise<void>;
}

const minuteMs = 60_000;
const maxNoted = 10_000;

export function createDevices({ db, onSessionsChanged }: DeviceOptions): Devices {
  const noteSync = noteSyncs(db);
  const name = async (found: FoundSession) => {
    if (found.deviceId === null) return '';
    return (await findDevice(db, found.session.accountId, found.deviceId))?.name ?? '';
  };
  const endSessions = async (found: FoundSession, isToEnd: (session: DeviceSession) => boolean) => {
    const by = await name(found);
    const sessions = (await readSessions(db, found.userId)).filter(isToEnd);
    await endTogether(db, found, sessions, by);
    await onSessionsChanged();
    return sessions.length;
  };
  return {
    noteSync,
    async introduce(found, { device, name: called }) {
      await linkDevice(db, found, device, called);
      await onSessionsChanged();
    },
    async link(found, device) {
      await linkDevice(db, found, device, undefined);
      await onSessionsChanged();
    },
    list: (found) => listDevices(db, found),
    async end(found, id) {
      if (id === found.deviceId || id === found.sessionId) return 'own';
      const ended = await endSessions(found, (session) => (session.deviceId ?? session.id) === id);
      return ended === 0 ? 'unknown' : 'ended';
    },
    async endOthers(found) {
      await endSessions(found, ({ id }) => id !== found.sessionId);
    },
    async findEnding({ account, device }) {
      const known = await findDevice(db, account, device);
      return known === undefined || known.ended_at === null
        ? null
        : { at: known.ended_at, by: known.ended_by ?? '' };
    },
  };
}

interface DeviceSession {
  readonly id: string;
  readonly deviceId: string | null;
  /** Milliseconds since 1970. */
  readonly sinceMs: number;
}

async function readSessions(db: Kysely<Schema>, userId: string): Promise<DeviceSession[]> {
  const columns = ['id', 'deviceId', 'createdAt', 'expiresAt'] as const;
  const sessions = await db.selectFrom('session').select(columns).where('userId', '=', userId).execute();
  return sessions
    .filter(({ expiresAt }) => new Date(expiresAt).getTime() > Date.now())
    .map(({ id, deviceId, createdAt }) => ({ id, deviceId, sinceMs: new Date(createdAt).getTime() }));
}

function findDevice(db: Kysely<Schema>, accountId: string, id: string) {
  const devices = db.selectFrom('device').selectAll().where('account_id', '=', accountId);
  return devices.where('id', '=', id).executeTakeFirst();
}

/**
 * A session is of one device, and a device has one session: whoever takes another's id signs it out, which is
 * seen. One that was ended and is signed in again is ended no longer.
 */
async function linkDevice(
  db: Kysely<Schema>,
  { session: { accountId }, sessionId, userId }: FoundSession,
  device: string,
  name: string | undefined,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const session = trx.updateTable('session').set({ deviceId: device }).where('id', '=', sessionId);
    // Ended while this request was on its way: then it stays ended.
    if ((await session.executeTakeFirst()).numUpdatedRows === 0n) return;
    const others = trx.deleteFrom('session').where('userId', '=', userId).where('id', '!=', sessionId);
    await others.where('deviceId', '=', device).execute();
    const fresh = { ended_at: null, ended_by: null };
    await trx
      .insertInto('device')
      .values({ account_id: accountId, id: device, name: name ?? '' })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'id']).doUpdateSet(name === undefined ? fresh : { ...fresh, name }),
      )
      .execute();
  });
}

async function listDevices(db: Kysely<Schema>, found: FoundSession): Promise<SignedInDevice[]> {
  const sessions = await readSessions(db, found.userId);
  const { accountId } = found.session;
  const known = await db.selectFrom('device').selectAll().where('account_id', '=', accountId).execute();
  const latest = new Map<string, DeviceSession>();
  for (const session of sessions) {
    const key = session.deviceId ?? session.id;
    if ((latest.get(key)?.sinceMs ?? 0) <= session.sinceMs) latest.set(key, session);
  }
  const devices = [...latest].map(([id, { deviceId, sinceMs }]): SignedInDevice => {
    const device = known.find((one) => one.id === deviceId);
    return {
      id,
      ...(deviceId === null ? {} : { device: deviceId }),
      name: device?.name ?? '',
      isThis: id === (found.deviceId ?? found.sessionId),
      signedInAt: new Date(sinceMs).toISOString(),
      lastSyncAt: device?.last_sync_at ?? null,
    };
  });
  return devices.sort(
    (a, b) => Number(b.isThis) - Number(a.isThis) || (b.lastSyncAt ?? '').localeCompare(a.lastSyncAt ?? ''),
  );
}

async function endTogether(
  db: Kysely<Schema>,
  found: FoundSession,
  sessions: readonly DeviceSession[],
  by: string,
): Promise<void> {
  if (sessions.length === 0) return;
  const ended = { ended_at: new Date().toISOString(), ended_by: by };
  const devices = sessions.flatMap(({ deviceId }) =>
    deviceId === null || deviceId === found.deviceId ? [] : [deviceId],
  );
  await db.transaction().execute(async (trx) => {
    const ids = sessions.map(({ id }) => id);
    await trx.deleteFrom('session').where('id', 'in', ids).where('userId', '=', found.userId).execute();
    if (devices.length === 0) return;
    const mine = trx.updateTable('device').set(ended).where('account_id', '=', found.session.accountId);
    await mine.where('id', 'in', devices).execute();
  });
}

/** What this process wrote within the last minute it need not ask the database about. */
function noteSyncs(db: Kysely<Schema>): Devices['noteSync'] {
  const notedMs = new Map<string, number>();
  return async (accountId, device) => {
    const key = `${accountId} ${device}`;
    const nowMs = Date.now();
    if (nowMs - (notedMs.get(key) ?? 0) < minuteMs) return;
    if (notedMs.size >= maxNoted) notedMs.clear();
    notedMs.set(key, nowMs);
    const now = new Date(nowMs).toISOString();
    const before = new Date(nowMs - minuteMs).toISOString();
    await db
      .insertInto('device')
      .values({ account_id: accountId, id: device, name: '', last_sync_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['account_id', 'id'])
          .doUpdateSet({ last_sync_at: now })
          .where((where) =>
            where.or([where('device.last_sync_at', 'is', null), where('device.last_sync_at', '<', before)]),
          ),
      )
      .execute();
  };
}
