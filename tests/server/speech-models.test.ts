import { createHash } from 'node:crypto';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speechListingSchema } from '../../src/protocol/speech-models.ts';
import { readConfig } from '../../src/server/config.ts';
import { type BuiltServer, buildTestServer } from './harness/built-server.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const encoder = { path: 'onnx/encoder_model.onnx', bytes: 10, sha256: sha256('0123456789') };
const encoderPath = `/engines/speech/tiny/${encoder.path}`;

let server: BuiltServer;
beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
const list = async () => speechListingSchema.parse((await get('/engines/speech/index.json')).json());

describe('the list of models of speech', () => {
  it('says what is in the folder, with what each file weighs and its hash', async () => {
    const { models } = await list();
    expect(models.map(({ name }) => name)).toEqual(['tiny']);
    expect(models[0]?.files).toContainEqual(encoder);
    expect(models[0]?.files.map(({ path }) => path)).toEqual(['config.json', encoder.path]);
  });

  it('is asked for anew each time, and by other contact databases’ apps as well', async () => {
    const { headers } = await get('/engines/speech/index.json');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['content-type']).toContain('application/json');
  });

  it('sees what the owner puts there, changes and takes away while it runs', async () => {
    const folder = join(server.modelsFolder, 'later');
    await mkdir(folder);
    await writeFile(join(folder, 'config.json'), 'one');
    const hashes = async () => (await list()).models.find(({ name }) => name === 'later')?.files[0]?.sha256;
    expect(await hashes()).toBe(sha256('one'));
    await writeFile(join(folder, 'config.json'), 'another');
    expect(await hashes()).toBe(sha256('another'));
    await rm(folder, { recursive: true });
    expect(await hashes()).toBeUndefined();
  });

  it('leaves out what is no model, and is empty where there is no folder', async () => {
    await mkdir(join(server.modelsFolder, '.hidden'));
    await writeFile(join(server.modelsFolder, '.hidden', 'config.json'), '');
    await mkdir(join(server.modelsFolder, 'empty'));
    await writeFile(join(server.modelsFolder, 'read me.txt'), '');
    await writeFile(join(server.modelsFolder, 'tiny', '.DS_Store'), '');
    expect((await list()).models.map(({ name, files }) => [name, files.length])).toEqual([['tiny', 2]]);
    const other = await buildTestServer();
    await rm(other.modelsFolder, { recursive: true });
    expect((await other.app.inject('/engines/speech/index.json')).json()).toEqual({ models: [] });
    await other.close();
  });

  it('follows a link to another disk', async () => {
    await symlink(join(server.modelsFolder, 'tiny'), join(server.modelsFolder, 'linked'));
    expect((await list()).models.find(({ name }) => name === 'linked')?.files).toContainEqual(encoder);
    await rm(join(server.modelsFolder, 'linked'));
  });
});

describe('a file of a model', () => {
  it('comes as it is, also to whoever would take gzip', async () => {
    const answer = await get(encoderPath, { 'accept-encoding': 'gzip' });
    expect([answer.statusCode, answer.body]).toEqual([200, '0123456789']);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['content-type']).toContain('application/octet-stream');
    expect(answer.headers['accept-ranges']).toBe('bytes');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect((await get('/engines/speech/tiny/config.json')).headers['content-type']).toContain(
      'application/json',
    );
  });

  it('goes on from where it broke off', async () => {
    const answer = await get(`${encoderPath}?v=${encoder.sha256}`, { range: 'bytes=4-' });
    expect([answer.statusCode, answer.body]).toEqual([206, '456789']);
    expect(answer.headers['content-range']).toBe('bytes 4-9/10');
    expect((await get(encoderPath, { range: 'bytes=10-' })).statusCode).toBe(416);
  });

  it('is kept for a year under its hash, asked for anew without, and not there under another', async () => {
    const kept = await get(`${encoderPath}?v=${encoder.sha256}`);
    expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get(encoderPath)).headers['cache-control']).toBe('no-cache');
    expect((await get(`${encoderPath}?v=${sha256('of before')}`)).statusCode).toBe(404);
  });

  it.each([
    '/engines/speech/tiny/../../contacts.sqlite',
    '/engines/speech/tiny/..%2f..%2fcontacts.sqlite',
    '/engines/speech/..%2fcontacts.sqlite/x',
    '/engines/speech/%2e%2e/contacts.sqlite',
    '/engines/speech/tiny/onnx/../../../contacts.sqlite',
    '/engines/speech/tiny/%2fetc/passwd',
    '/engines/speech/tiny/onnx',
    '/engines/speech/tiny/',
    '/engines/speech/tiny/config.json%00',
    '/engines/speech/tiny/.DS_Store',
    '/engines/speech/.hidden/config.json',
    '/engines/speech/none/config.json',
  ])('is not at %s', async (url) => {
    const answer = await get(url);
    expect([400, 404]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('<title>');
  });
});

describe('models on another machine', () => {
  let elsewhere: BuiltServer;
  beforeAll(async () => {
    elsewhere = await buildTestServer({ speechModelsAt: 'https://models.example/speech/' });
  });
  afterAll(() => elsewhere.close());

  it('are named to the app, which may ask there, and are not here', async () => {
    const listing = await elsewhere.app.inject('/engines/speech/index.json');
    expect(listing.json()).toEqual({ at: 'https://models.example/speech/', models: [] });
    const policy = String((await elsewhere.app.inject('/')).headers['content-security-policy']);
    expect(policy).toContain("connect-src 'self' https://models.example;");
    expect(String((await get('/')).headers['content-security-policy'])).toContain("connect-src 'self';");
    expect((await elsewhere.app.inject(encoderPath)).statusCode).toBe(404);
  });
});

describe('where models are', () => {
  const readModels = (environment: NodeJS.ProcessEnv) => {
    const outcome = readConfig(environment);
    return outcome.kind === 'config' ? outcome.config.speechModels : outcome.sentence;
  };

  it('is a folder in the data folder, or one that is named, or another machine', () => {
    expect(readModels({ JUSTMET_DATA: '/data' })).toEqual({ folder: '/data/models', at: undefined });
    expect(readModels({ JUSTMET_MODELS: '/models' })).toEqual({ folder: '/models', at: undefined });
    for (const url of ['https://models.example/speech', 'https://models.example/speech/']) {
      expect(readModels({ SPEECH_MODELS_URL: url })).toMatchObject({ at: 'https://models.example/speech/' });
    }
  });

  it.each([
    ['models.example', /^SPEECH_MODELS_URL must be an address/],
    ['ftp://models.example/', /^SPEECH_MODELS_URL must be an address/],
    ['https://models.example/?a=b', /^SPEECH_MODELS_URL must be an address/],
  ])('is never %s', (url, sentence) => {
    expect(readModels({ SPEECH_MODELS_URL: url })).toMatch(sentence);
  });

  it('is not two places; every mistake is in one list', () => {
    const twice = { JUSTMET_MODELS: '/models', SPEECH_MODELS_URL: 'https://models.example/' };
    expect(readModels(twice)).toMatch(/^JUSTMET_MODELS and SPEECH_MODELS_URL are two places/);
    expect(
      readModels({ JUSTMET_MODELS: '', SPEECH_MODELS_URL: 'x', PORT: 'http' }).toString().split('\n'),
    ).toHaveLength(3);
  });
});
