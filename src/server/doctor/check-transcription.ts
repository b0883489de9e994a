import type { Kysely } from 'kysely';
import type { Schema } from '../storage/schema.ts';
import { probeService } from '../transcription/ask-service.ts';
import { countQueue } from '../transcription/open-queue.ts';
import type { TranscribeConfig } from '../transcription/transcribe-config.ts';
import { type Finding, good, wrong } from './finding.ts';

const patienceMs = 10_000;

/** Whether who writes recordings down answers; asked without a recording. */
export async function checkTranscription(config: TranscribeConfig): Promise<Finding> {
  const outcome = await probeService(config, patienceMs);
  const status = 'status' in outcome ? ` (${outcome.status})` : '';
  switch (outcome.kind) {
    case 'denied':
      return wrong(`The service at TRANSCRIBE_URL lets nobody in${status}; look at TRANSCRIBE_KEY.`);
    case 'misdirected':
      return wrong(
        `There is no such service at TRANSCRIBE_URL, or no model ${config.model}${status}; give the whole address.`,
      );
    case 'unreachable':
    case 'late':
    case 'broken':
      return wrong('The service at TRANSCRIBE_URL does not answer; start it, or look at the address.');
    case 'busy':
      return wrong(`The service at TRANSCRIBE_URL takes nothing just now${status}; recordings wait for it.`);
    default:
      // It misses the recording, and says so in its own way.
      return good('The service that writes recordings down answers.');
  }
}

/** How many recordings wait; that the service does not take some is nobody's fault here. */
export async function checkQueue(db: Kysely<Schema>): Promise<Finding[]> {
  const { waiting, refused } = await countQueue(db);
  return [
    good(`${waiting} recordings wait to be written down.`),
    ...(refused === 0
      ? []
      : [
          good(`${refused} recordings are not taken by the service at TRANSCRIBE_URL, and stay as they are.`),
        ]),
  ];
}
