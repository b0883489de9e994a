import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as tar from 'tar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/project-root.mjs';

const run = promisify(execFile);

let folder: string;
let tarball: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-pack-'));
  // Builds first, where the build is older than its sources.
  await run('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], { cwd: projectRoot });
  const name = (await readdir(folder)).find((one) => one.endsWith('.tgz')) ?? '';
  tarball = join(folder, name);
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the package holds what is run, and nothing else', async () => {
  const names: string[] = [];
  await tar.list({ file: tarball, onReadEntry: ({ path }) => names.push(path.replace('package/', '')) });
  expect(names).toEqual(expect.arrayContaining(['dist/app/index.html', 'dist/server/cli.js', 'README.md']));
  const rooms = new Set(names.map((name) => name.split('/').slice(0, 2).join('/')));
  expect([...rooms].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/app',
    'dist/server',
    'docs/commands.md',
    'docs/export.md',
    'package.json',
  ]);
});

it('installed into an empty folder, justmet serves and looks after itself', async () => {
  const home = await mkdtemp(join(folder, 'home-'));
  await writeFile(join(home, 'package.json'), '{"private":true}');
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...quiet, tarball], { cwd: home });
  const justmet = join(home, 'node_modules/.bin/justmet');
  const { PATH } = process.env;
  const env = { PATH, PORT: '0', JUSTMET_DATA: join(home, 'data') };
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  expect((await run(justmet, ['--version'], { cwd: home, env })).stdout).toBe(`${version}\n`);

  const server = spawn(justmet, ['serve'], { cwd: home, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed]: unknown[] = await once(server.stdout, 'data');
  const url = /ready at (\S+)/.exec(String(printed))?.[1] ?? '';
  expect(await (await fetch(url)).text()).toContain('<title>Justmet</title>');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const { stdout } = await run(justmet, ['doctor'], { cwd: home, env });
  expect(stdout).toMatch(/\nNothing is wrong\.\n$/);
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
}, 300_000);
