import { useEffect, useEffectEvent, useState } from 'react';
import * as z from 'zod/mini';
import {
  type NewPairing,
  newPairingSchema,
  type PairingAnswer,
  pairingStateSchema,
  pairingsPath,
} from '../../../protocol/pairing.ts';
import { problemInWords } from '../../ui/problem-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useEverySecond } from '../../ui/use-every-second.ts';

export interface ShownPairing {
  readonly pairing: NewPairing | undefined;
  readonly answer: PairingAnswer | undefined;
  readonly secondsLeft: number;
  readonly problem: string | undefined;
  /** Makes a new code. */
  readonly start: () => Promise<void>;
  readonly confirm: (joiner: string) => Promise<void>;
  /** The words differ: nobody comes in. */
  readonly refuse: () => Promise<void>;
}

/** A code that this device shows, made when the page opens and taken back when it is left. */
export function usePairing(): ShownPairing {
  const { contactDatabase, nowMs } = useApp();
  const [pairing, setPairing] = useState<NewPairing>();
  const [answer, setAnswer] = useState<PairingAnswer>();
  const [untilMs, setUntilMs] = useState(0);
  const [secondsLeft, setSecondsLeft] = useState(0);
  const [problem, setProblem] = useState<string>();
  const pathOf = (id: string) => `${pairingsPath}/${id}`;

  const take = (state: PairingAnswer) => {
    setAnswer(state);
    if (!('leftMs' in state)) return;
    const until = nowMs() + state.leftMs;
    setUntilMs(until);
    count(until);
  };
  const count = (until: number) => setSecondsLeft(Math.max(0, Math.ceil((until - nowMs()) / 1_000)));
  const start = async () => {
    setProblem(undefined);
    const made = await contactDatabase.ask({
      method: 'POST',
      path: pairingsPath,
      body: {},
      schema: newPairingSchema,
    });
    if (made.kind !== 'ok') return setProblem(problemInWords(made));
    setPairing(made.value);
    take({ state: 'waiting', leftMs: made.value.leftMs });
  };
  const look = async () => {
    count(untilMs);
    if (pairing === undefined) return;
    const path = pathOf(pairing.id);
    const looked = await contactDatabase.ask({ method: 'GET', path, schema: pairingStateSchema });
    if (looked.kind === 'ok') take(looked.value);
    // Without signal the code goes on to count, and works again when there is some.
    else if (looked.kind === 'problem') setProblem(problemInWords(looked));
  };
  const takeBack = async () => {
    if (pairing === undefined || answer?.state === 'joined') return;
    await contactDatabase.ask({ method: 'DELETE', path: pathOf(pairing.id), schema: z.undefined() });
  };
  const confirm = async (joiner: string) => {
    if (pairing === undefined) return;
    const path = `${pathOf(pairing.id)}/confirm`;
    const said = await contactDatabase.ask({ method: 'POST', path, body: { joiner }, schema: z.undefined() });
    if (said.kind === 'ok') await look();
    else setProblem(problemInWords(said));
  };
  const refuse = async () => {
    await takeBack();
    setAnswer({ state: 'void' });
  };

  const onOpen = useEffectEvent(start);
  const onLeave = useEffectEvent(takeBack);
  useEffect(() => {
    void onOpen();
    return () => void onLeave();
  }, []);
  const isUnderWay = answer !== undefined && 'leftMs' in answer;
  useEverySecond(isUnderWay, look);
  return { pairing, answer, secondsLeft, problem, start, confirm, refuse };
}
