import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const deployFolder = fileURLToPath(new URL('../../../deploy/', import.meta.url));
const startLimit = 20_000;

export interface ProxyPlaces {
  /** An empty folder for all that it writes. */
  readonly folder: string;
  readonly port: number;
  /** The server behind it: `http://127.0.0.1:8787`. */
  readonly upstream: string;
}

export interface RunningProxy {
  /** What the certificate of the server is signed by. */
  readonly ca: string;
  end(): Promise<void>;
}

export type ProxyName = 'caddy' | 'nginx';

/** Starts a shipped configuration, with another name, ports and certificate put in. */
export async function runProxy(name: ProxyName, places: ProxyPlaces): Promise<RunningProxy> {
  const { args, caFile, env } = await (name === 'caddy' ? prepareCaddy(places) : prepareNginx(places));
  const child = spawn(name, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      said += `${error.message}: install it (npm test does where it may)`;
      resolve();
    });
  });
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const deadline = Date.now() + startLimit;
  while (!(existsSync(caFile) && (await answers(places.port, await readFile(caFile, 'utf8'))))) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > deadline) {
      await end();
      throw new Error(`${name} did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { ca: await readFile(caFile, 'utf8'), end };
}

async function prepareCaddy({ folder, port, upstream }: ProxyPlaces) {
  const shipped = await readFile(join(deployFolder, 'Caddyfile'), 'utf8');
  // Its own certificates, which it would make for any name that is not public.
  const local = '{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n\tlocal_certs\n}\n';
  const site = put(
    put(shipped, /^people\.example \{/m, `https://localhost:${port} {`),
    '127.0.0.1:8787',
    upstream,
  );
  const file = join(folder, 'Caddyfile');
  await writeFile(file, local + site);
  return {
    args: ['run', '--config', file, '--adapter', 'caddyfile'],
    caFile: join(folder, 'caddy/pki/authorities/local/root.crt'),
    env: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  };
}

async function prepareNginx({ folder, port, upstream }: ProxyPlaces) {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...[
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
  ]);
  let site = await readFile(join(deployFolder, 'nginx.conf'), 'utf8');
  site = put(site, 'listen 80;', `listen 127.0.0.1:${await findFreePort()};`);
  site = put(site, 'listen 443 ', `listen 127.0.0.1:${port} `);
  site = put(site, '/etc/letsencrypt/live/people.example/fullchain.pem', certificate);
  site = put(site, '/etc/letsencrypt/live/people.example/privkey.pem', key);
  site = put(put(site, /people\.example/g, 'localhost'), /127\.0\.0\.1:8787/g, upstream);
  await writeFile(join(folder, 'justmet.conf'), site);
  await mkdir(join(folder, 'temp'));
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, 'temp', kind)};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const around = `${user} daemon off; pid ${join(folder, 'pid')}; error_log stderr; events {}
    http { access_log off; ${temps.join(' ')} include ${join(folder, 'justmet.conf')}; }`;
  await writeFile(join(folder, 'main.conf'), around);
  return { args: ['-e', 'stderr', '-c', join(folder, 'main.conf')], caFile: certificate, env: {} };
}

/** A configuration that no longer holds what is replaced would be tested for something else. */
function put(text: string, what: string | RegExp, by: string): string {
  const replaced = text.replace(what, by);
  if (replaced === text) throw new Error(`There is no ${what} in the shipped configuration`);
  return replaced;
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('No port'));
      });
    });
  });
}

function answers(port: number, ca: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(
      { host: '127.0.0.1', port, ca, servername: 'localhost', agent: false },
      (answer) => {
        answer.resume();
        resolve(true);
      },
    );
    asked.on('error', () => resolve(false));
    asked.end();
  });
}
