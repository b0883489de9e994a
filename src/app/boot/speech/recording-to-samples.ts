import { sampleRate } from './worker-messages.ts';

/** One channel at `sampleRate`; undefined where this browser cannot read it, or nothing is in it. */
export async function recordingToSamples(recording: Blob): Promise<Float32Array<ArrayBuffer> | undefined> {
  try {
    const context = new OfflineAudioContext(1, 1, sampleRate);
    // Decoding resamples to the context's rate (Web Audio API, 1.1.2).
    const audio = await context.decodeAudioData(await recording.arrayBuffer());
    return audio.length === 0 ? undefined : toOneChannel(audio);
  } catch {
    return undefined;
  }
}

function toOneChannel(audio: AudioBuffer): Float32Array<ArrayBuffer> {
  const mixed = new Float32Array(audio.length);
  for (let channel = 0; channel < audio.numberOfChannels; channel += 1) {
    const samples = audio.getChannelData(channel);
    for (let at = 0; at < mixed.length; at += 1) {
      mixed[at] = (mixed[at] ?? 0) + (samples[at] ?? 0) / audio.numberOfChannels;
    }
  }
  return mixed;
}
