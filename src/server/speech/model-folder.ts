import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ModelFile, modelNameSchema, type SpeechModel } from '../../protocol/speech-models.ts';
import { hashFile } from '../backup/hash-file.ts';

export interface ModelFolder {
  readonly path: string;
  /** A model is a folder with files, or with folders of files, in it. Empty where there is none. */
  list(): Promise<readonly SpeechModel[]>;
  /** Undefined for whatever is not in the list: no name leads out of the folder. */
  find(model: string, path: string): Promise<ModelFile | undefined>;
}

/** The folder that the owner puts models into, also while the server runs. A file is read through once, for its hash. */
export function openModelFolder(folder: string): ModelFolder {
  const hashes = new Map<string, Promise<string>>();

  async function describe(model: string, path: string): Promise<ModelFile> {
    const file = join(folder, model, path);
    const { size, mtimeMs } = await stat(file);
    const key = `${file} ${size} ${mtimeMs}`;
    const hash = hashes.get(key) ?? hashFile(file).then(({ sha256 }) => sha256);
    hashes.set(key, hash);
    hash.catch(() => hashes.delete(key));
    return { path, bytes: size, sha256: await hash };
  }

  async function list(): Promise<readonly SpeechModel[]> {
    const models = await listNames(folder, 'folder');
    const listed = await Promise.all(
      models.map(async (name) => {
        const paths = await listPaths(join(folder, name));
        return { name, files: await Promise.all(paths.map((path) => describe(name, path))) };
      }),
    );
    return listed.filter(({ files }) => files.length > 0);
  }

  return {
    path: folder,
    list,
    async find(model, path) {
      const found = (await list()).find(({ name }) => name === model);
      return found?.files.find((file) => file.path === path);
    },
  };
}

/** `config.json` and `onnx/encoder_model.onnx`: one folder down, and no further. */
async function listPaths(folder: string): Promise<string[]> {
  const below = await Promise.all(
    (await listNames(folder, 'folder')).map(async (name) =>
      (await listNames(join(folder, name), 'file')).map((file) => `${name}/${file}`),
    ),
  );
  return [...(await listNames(folder, 'file')), ...below.flat()];
}

/** Links are followed: a model may lie on another disk. What cannot be read is not there. */
async function listNames(folder: string, kind: 'file' | 'folder'): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const fitting = names.filter((name) => modelNameSchema.safeParse(name).success).sort();
  const kinds = await Promise.all(
    fitting.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      if (found?.isFile()) return 'file';
      return found?.isDirectory() ? 'folder' : 'other';
    }),
  );
  return fitting.filter((_name, index) => kinds[index] === kind);
}
