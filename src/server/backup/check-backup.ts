import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tar from 'tar';
import { migrations } from '../storage/migrations.ts';
import { hashFile } from './hash-file.ts';
import {
  backupFormat,
  databaseName,
  type Manifest,
  manifestName,
  manifestSchema,
  memberPattern,
  secretName,
} from './manifest.ts';
import { describeDatabase } from './snapshot-database.ts';

export type CheckedBackup =
  | { readonly kind: 'good'; readonly manifest: Manifest }
  /** `why`: a clause in plain words. */
  | { readonly kind: 'bad'; readonly why: string };

/** Unpacks a backup into a new folder, and compares every byte of it with its manifest. */
export async function unpackAndCheck(file: string, into: string): Promise<CheckedBackup> {
  await mkdir(into, { mode: 0o700 });
  const strangers: string[] = [];
  try {
    await tar.extract({
      file,
      cwd: into,
      strict: true,
      // Ours, whoever packed them.
      preserveOwner: false,
      filter: (name, entry) => {
        const isMember = memberPattern.test(name) && 'type' in entry && entry.type === 'File';
        if (!isMember) strangers.push(name);
        return isMember;
      },
    });
  } catch (error) {
    if (isTarProblem(error)) return bad('it is not whole, or no backup of Justmet');
    throw error;
  }
  if (strangers.length > 0) return bad(`it holds ${strangers[0]}, which is no part of a backup`);
  const manifest = await readManifest(join(into, manifestName));
  if (manifest === undefined) return bad('it is not whole, or no backup of Justmet');
  if (
    manifest.format > backupFormat ||
    manifest.migrations.some((name) => !Object.hasOwn(migrations, name))
  ) {
    return bad('it was made by a newer Justmet; update this one');
  }
  const why = (await findWrongMember(manifest, into)) ?? findWrongCount(manifest, into);
  return why === undefined ? { kind: 'good', manifest } : bad(why);
}

function bad(why: string): CheckedBackup {
  return { kind: 'bad', why };
}

function isTarProblem(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'tarCode' in error || ('code' in error && String(error.code).startsWith('TAR_'));
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    return manifestSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

async function findWrongMember(manifest: Manifest, folder: string): Promise<string | undefined> {
  const names = new Set(manifest.members.map(({ name }) => name));
  if (!names.has(databaseName) || !names.has(secretName)) return 'its database or its secret is missing';
  const unpacked = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  // One more: the manifest itself.
  if (unpacked.length !== names.size + 1) return 'it does not hold what its manifest lists';
  for (const { name, bytes, sha256 } of manifest.members) {
    const found = await hashIfThere(join(folder, name));
    if (found?.sha256 !== sha256 || found.bytes !== bytes) return `${name} in it is damaged`;
  }
  return undefined;
}

async function hashIfThere(path: string) {
  try {
    return await hashFile(path);
  } catch {
    return undefined;
  }
}

function findWrongCount(manifest: Manifest, folder: string): string | undefined {
  const { counts } = describeDatabase(join(folder, databaseName));
  const { accounts, rows, history } = manifest.counts;
  const isSame = counts.accounts === accounts && counts.rows === rows && counts.history === history;
  return isSame ? undefined : 'its database does not hold what its manifest counts';
}
