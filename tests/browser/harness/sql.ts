import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { projectRoot } from '../../../scripts/project-root.mjs';

const cliFile = join(projectRoot, 'dist/server/cli.js');
const rowSchema = z.record(z.string(), z.unknown());

export type SqlRow = Record<string, unknown>;

/** What the SQL command answers from the database in a data folder, beside a server that may be running. */
export async function querySql(dataFolder: string, sql: string): Promise<SqlRow[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [cliFile, 'sql', '--json', sql], {
    cwd: projectRoot,
    env: { ...process.env, JUSTMET_DATA: dataFolder },
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => rowSchema.parse(JSON.parse(line)));
}
