import {
  type SpeechListing,
  type SpeechModel,
  speechListingName,
  speechListingPath,
  speechListingSchema,
  speechModelsFolder,
} from '../../../protocol/speech-models.ts';

export interface OfferedModels {
  /** Where their files are, with a slash at its end. */
  readonly from: string;
  readonly models: readonly SpeechModel[];
}

/** What the contact database has, or the other machine that it names. Undefined when one of them does not answer. */
export async function readListing(signal?: AbortSignal): Promise<OfferedModels | undefined> {
  // Without signal nobody is asked; `onLine` is only ever sure of that.
  if (!navigator.onLine) return undefined;
  const own = await fetchListing(speechListingPath, signal);
  if (own?.at === undefined) return own && { from: speechModelsFolder, models: own.models };
  const other = await fetchListing(own.at + speechListingName, signal);
  return other && { from: own.at, models: other.models };
}

async function fetchListing(
  address: string,
  signal: AbortSignal | undefined,
): Promise<SpeechListing | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal: signal ?? null });
    const parsed = speechListingSchema.safeParse(response.ok ? await response.json() : undefined);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
