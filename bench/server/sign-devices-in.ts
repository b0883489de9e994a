import { randomUUID } from 'node:crypto';
import { createAuth } from '../../src/server/accounts/create-auth.ts';
import { openData } from '../../src/server/open-data.ts';
import { insertAccount } from '../../src/server/storage/insert-account.ts';

/** Who a device sends as. */
export interface SignedIn {
  readonly accountId: string;
  /** For the `cookie` header. */
  readonly cookie: string;
}

/**
 * Makes accounts with an owner each in a new data folder, and signs the devices in, the next one always to the
 * next account. A server lets one person claim it: this goes in underneath, before it starts.
 */
export async function signDevicesIn(
  dataFolder: string,
  databaseUrl: string | undefined,
  { accounts: count, devices }: { readonly accounts: number; readonly devices: readonly string[] },
): Promise<SignedIn[]> {
  const { db, storage, ...opened } = await openData(dataFolder, {
    databaseUrl,
    secret: undefined,
    s3: undefined,
  });
  const options = { ...opened, db, origin: undefined, makeId: randomUUID };
  const auth = createAuth(options);
  const { internalAdapter } = await auth.$context;
  const owners: { readonly accountId: string; readonly userId: string }[] = [];
  for (let index = 0; index < count; index++) {
    const email = `owner${index}@example.com`;
    const user = await internalAdapter.createUser(
      { name: `Owner ${index}`, email, emailVerified: false },
      { method: 'email-password' },
    );
    const accountId = randomUUID();
    await db.transaction().execute((trx) => insertAccount(trx, accountId, randomUUID()));
    await db
      .insertInto('member')
      .values({ account_id: accountId, user_id: user.id, role: 'owner' })
      .execute();
    owners.push({ accountId, userId: user.id });
  }
  const signedIn: SignedIn[] = [];
  for (const [index, deviceId] of devices.entries()) {
    const owner = owners[index % count];
    if (owner === undefined) throw new Error('There is no owner');
    const body = { userId: owner.userId, deviceId };
    const { headers } = await auth.api.openSession({ body, returnHeaders: true });
    const cookies = headers.getSetCookie().map((one) => one.split(';')[0]);
    signedIn.push({ accountId: owner.accountId, cookie: cookies.join('; ') });
  }
  await storage.close();
  return signedIn;
}
