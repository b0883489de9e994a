import { execFile } from 'node:child_process';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { findChromium } from '../../scripts/chromium.mjs';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  /** Programs that wanted a core in the last minute, before measuring: over 1, the figures are of a busy machine. */
  readonly load: number;
}

export async function readMachine(): Promise<Machine> {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    chromium: await readChromiumVersion(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

async function readChromiumVersion(): Promise<string> {
  const search = await findChromium();
  if (search.kind === 'missing') throw new Error(search.sentence);
  const { stdout } = await promisify(execFile)(search.path, ['--version']);
  return stdout.trim();
}
