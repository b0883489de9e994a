import { useState } from 'react';
import {
  type ClaimedPairing,
  claimedPairingSchema,
  claimPairingPath,
  joinPairingAnswerSchema,
  joinPairingPath,
} from '../../../protocol/pairing.ts';
import { hexSha256, type PairingWords, pairingWords } from '../../../protocol/pairing-words.ts';
import { problemInWords } from '../../ui/problem-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useEverySecond } from '../../ui/use-every-second.ts';
import type { Connecting } from './use-connecting.ts';

interface Joining {
  readonly start: (token: string) => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  /** Undefined until the code is read. */
  readonly words: PairingWords | undefined;
  /** Whose contact database it is. */
  readonly owner: string;
}

interface Waiting {
  readonly token: string;
  readonly key: string;
  readonly joiner: string;
  readonly pairing: ClaimedPairing;
}

const noCode = 'This is not the link of a code. It begins like this app’s own address.';

/** Reads a code, and asks every second whether the other device has said that the words match. */
export function useJoining({ connect, refuse }: Connecting): Joining {
  const { contactDatabase, store, deviceName, randomBytes } = useApp();
  const [waiting, setWaiting] = useState<Waiting>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  const start = async (token: string) => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    const key = toHex(randomBytes(32));
    const joiner = hexSha256(key);
    const body = { token, joiner, name: deviceName };
    const question = { method: 'POST', path: claimPairingPath, body, schema: claimedPairingSchema } as const;
    const result = await contactDatabase.ask(question);
    setIsBusy(false);
    if (result.kind !== 'ok') {
      const isNoCode = result.kind === 'problem' && result.problem.errors !== undefined;
      return setProblem(isNoCode ? noCode : problemInWords(result));
    }
    const stranger = await store.findOtherOwner(result.value.owner.email).catch(() => undefined);
    if (stranger !== undefined) return refuse(stranger);
    setWaiting({ token, key, joiner, pairing: result.value });
  };

  const ask = async () => {
    if (waiting === undefined) return;
    const body = { token: waiting.token, key: waiting.key, device: await store.readDeviceId() };
    const question = {
      method: 'POST',
      path: joinPairingPath,
      body,
      schema: joinPairingAnswerSchema,
    } as const;
    const result = await contactDatabase.ask(question);
    if (result.kind === 'unreachable') return;
    if (result.kind === 'problem') {
      setWaiting(undefined);
      return setProblem(problemInWords(result));
    }
    const answer = result.value;
    if (answer.state === 'waiting') return;
    setWaiting(undefined);
    await connect(async () => ({ kind: 'ok', value: answer.session }));
  };
  useEverySecond(waiting !== undefined, ask);

  const words =
    waiting === undefined ? undefined : pairingWords({ ...waiting.pairing, joiner: waiting.joiner });
  return { start, isBusy, problem, words, owner: waiting?.pairing.owner.email ?? '' };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
