import type { RecorderTrouble } from '../../ports/recorder.ts';

const constraints: MediaStreamConstraints = {
  audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true },
};

/** Never rejects. The stream's tracks are to be stopped by whoever got it. */
export async function openMicrophone(): Promise<MediaStream | RecorderTrouble> {
  // Absent without https, and in some browsers' private windows.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined || typeof MediaRecorder === 'undefined') return 'unable';
  try {
    return await devices.getUserMedia(constraints);
  } catch (error) {
    return error instanceof Error ? (troubles[error.name] ?? 'unable') : 'unable';
  }
}

/** By the names of what `getUserMedia` rejects with (Media Capture and Streams, 9.3). */
const troubles: Readonly<Record<string, RecorderTrouble>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'busy',
  AbortError: 'busy',
};
