import { randomUUID } from 'node:crypto';
import { createAccounts } from '../../src/server/accounts/create-accounts.ts';
import { createAuth } from '../../src/server/accounts/create-auth.ts';
import { openData } from '../../src/server/open-data.ts';
import { insertAccount } from '../../src/server/storage/insert-account.ts';

export interface Owner {
  readonly accountId: string;
  /** For the `cookie` header. */
  readonly cookie: string;
}

const password = 'a long enough secret';

/**
 * Makes accounts with an owner each in a new data folder, all signed in. A server lets one person claim it:
 * this goes in underneath, before it starts.
 */
export async function makeOwners(
  dataFolder: string,
  count: number,
  databaseUrl: string | undefined,
): Promise<Owner[]> {
  const { db, storage, ...opened } = await openData(dataFolder, { databaseUrl, secret: undefined });
  const options = { ...opened, db, origin: undefined, makeId: randomUUID };
  const accounts = createAccounts(options);
  const context = await createAuth(options).$context;
  const hash = await context.password.hash(password);
  const owners: Owner[] = [];
  for (let index = 0; index < count; index++) {
    const email = `owner${index}@example.com`;
    const user = await context.internalAdapter.createUser(
      { name: `Owner ${index}`, email, emailVerified: false },
      { method: 'email-password' },
    );
    const credential = { userId: user.id, accountId: user.id, providerId: 'credential', password: hash };
    await context.internalAdapter.createAccount(credential);
    const accountId = randomUUID();
    await db.transaction().execute((trx) => insertAccount(trx, accountId, randomUUID()));
    await db
      .insertInto('member')
      .values({ account_id: accountId, user_id: user.id, role: 'owner' })
      .execute();
    const signedIn = await accounts.signIn({ email, password }, {});
    if (signedIn.kind === 'wrong') throw new Error('An owner cannot sign in');
    owners.push({ accountId, cookie: signedIn.cookies.map((one) => one.split(';')[0]).join('; ') });
  }
  await storage.close();
  return owners;
}
