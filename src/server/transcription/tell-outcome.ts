import type { FastifyBaseLogger } from 'fastify';
import type { Ended } from './send-recording.ts';

export type TranscriberLog = Pick<FastifyBaseLogger, 'warn' | 'error'>;

const sentences: Partial<Readonly<Record<Ended['kind'], string>>> = {
  refused: 'The service at TRANSCRIBE_URL does not take a recording; it stays as it is',
  denied: 'The service at TRANSCRIBE_URL lets nobody in; look at TRANSCRIBE_KEY',
  misdirected: 'There is no such service at TRANSCRIBE_URL, or no such model; no redirect is followed',
  busy: 'The service at TRANSCRIBE_URL takes nothing just now; recordings wait',
  unreachable: 'The service at TRANSCRIBE_URL does not answer; recordings wait',
  failed: 'The service at TRANSCRIBE_URL failed at a recording; it is sent again later',
  broken: 'The service at TRANSCRIBE_URL broke off; the recording is sent again later',
  late: 'The service at TRANSCRIBE_URL did not answer within TRANSCRIBE_TIMEOUT; the recording is sent again later',
  nonsense:
    'The service at TRANSCRIBE_URL answered something that is no transcription; it is sent again later',
};

/** Says a trouble once, until another one comes or all is well again: a kind and a status, never what was said. */
export function createOutcomeTeller(log: TranscriberLog): (ended: Ended) => void {
  let last: Ended['kind'] | undefined;
  return (ended) => {
    const sentence = sentences[ended.kind];
    if (ended.kind === 'heard') last = undefined;
    if (sentence === undefined || ended.kind === last) return;
    last = ended.kind;
    log.warn({ problem: ended.kind, ...('status' in ended && { status: ended.status }) }, sentence);
  };
}
