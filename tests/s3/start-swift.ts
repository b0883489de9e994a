import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { S3mini } from 's3mini';
import { findSwift } from '../../scripts/swift.mjs';
import type { S3Config } from '../../src/server/files/s3-config.ts';

export interface StartedSwift {
  /** Makes an empty bucket. */
  createBucket(): Promise<S3Config>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('run-swift.py', import.meta.url));

/**
 * An OpenStack Swift of its own with its S3 interface, a real store, in a temporary folder; it ends and leaves
 * nothing behind when this process ends. Rejects with what to install where there is none.
 */
export async function startSwift(): Promise<StartedSwift> {
  const search = await findSwift();
  if (search.kind === 'missing') throw new Error(search.sentence);
  const accessKeyId = 'justmet:files';
  const secretAccessKey = randomBytes(16).toString('hex');
  const server = spawn(search.python, [program, accessKeyId, secretAccessKey], { stdio: 'pipe' });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const exited = once(server, 'exit');
  const [port] = await Promise.race([once(server.stdout, 'data'), exited]);
  if (server.exitCode !== null) throw new Error(`Swift did not start:\n${said}`);
  const endpoint = `http://127.0.0.1:${String(port).trim()}`;
  let made = 0;
  return {
    async createBucket() {
      const config = { endpoint, region: 'us-east-1', accessKeyId, secretAccessKey };
      const bucket = `files-${++made}`;
      await new S3mini({ ...config, endpoint: `${endpoint}/${bucket}` }).createBucket();
      return { ...config, bucket };
    },
    async stop() {
      server.stdin.end();
      await exited;
    },
  };
}
