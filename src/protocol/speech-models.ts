import * as z from 'zod/mini';

/** Below it lie the weights of what writes down speech, as `<model>/<file>`; `?v=` is the file's SHA-256. */
export const speechModelsFolder = '/engines/speech/';
/** What there is, made anew for each who asks. Nobody has to be signed in: the app works without an account. */
export const speechListingName = 'index.json';
export const speechListingPath = speechModelsFolder + speechListingName;

/** No dot in front, no slash: it names a file or a folder and never a way out of one. */
const namePattern = '[A-Za-z0-9][A-Za-z0-9_.-]{0,99}';

export const modelNameSchema = z.string().check(z.regex(new RegExp(`^${namePattern}$`)));
/** `config.json`, or one folder down: `onnx/encoder_model_quantized.onnx`. */
const modelPathSchema = z.string().check(z.regex(new RegExp(`^${namePattern}(/${namePattern})?$`)));

const modelFileSchema = z.object({
  path: modelPathSchema,
  bytes: z.int().check(z.nonnegative()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export const speechModelSchema = z.object({
  name: modelNameSchema,
  files: z.array(modelFileSchema).check(z.maxLength(200)),
});

/** `at`: another machine has them, at this address with a slash at its end; a listing of its own is there. */
export const speechListingSchema = z.object({
  at: z.optional(z.string().check(z.regex(/^https?:\/\/[^\s?#]+\/$/))),
  models: z.array(speechModelSchema).check(z.maxLength(50)),
});

export type ModelFile = Readonly<z.infer<typeof modelFileSchema>>;
export type SpeechModel = { readonly name: string; readonly files: readonly ModelFile[] };
export type SpeechListing = { readonly at?: string | undefined; readonly models: readonly SpeechModel[] };

/** Below `speechModelsFolder`, or below the other machine's address. The hash makes it an address that never changes. */
export function modelFileAddress(model: string, { path, sha256 }: ModelFile): string {
  return `${model}/${path}?v=${sha256}`;
}
