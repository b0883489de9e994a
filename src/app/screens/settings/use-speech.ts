import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FetchedModel, OnDeviceSpeech } from '../../ports/speech.ts';
import { useApp } from '../../ui/use-app.ts';

/** `bytes` is what it takes on this phone, or would take. */
export type Speech =
  | { readonly kind: 'here'; readonly bytes: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'coming'; readonly done: number }
  | {
      readonly kind: 'away';
      readonly bytes: number | undefined;
      readonly why: 'not-wanted' | Exclude<FetchedModel, 'fetched' | 'none'>;
      /** A part of it takes room. */
      readonly isBegun: boolean;
    };

/** Undefined before it is known, and where nobody can say. */
export function useSpeech() {
  const { loadSpeech, loadRecorder } = useApp();
  const [speech, setSpeech] = useState<Speech>();
  const stop = useRef<AbortController>(undefined);

  /** As last offered: it can be gone on with while nobody answers. */
  const bytes = useRef<number>(undefined);

  const show = async (port: OnDeviceSpeech) => {
    const seen = await lookAt(port);
    if (seen?.kind === 'away') bytes.current = seen.bytes;
    setSpeech(seen);
  };

  const run = async () => {
    const stopping = new AbortController();
    stop.current = stopping;
    const onProgress = (done: number) => setSpeech({ kind: 'coming', done });
    onProgress(0);
    const port = await loadSpeech();
    const fetched = await port.fetch({ onProgress, signal: stopping.signal });
    if (fetched === 'fetched') void loadRecorder().then((recorder) => recorder.writeDown());
    if (fetched === 'fetched' || fetched === 'none') await show(port);
    else setSpeech({ kind: 'away', bytes: bytes.current, why: fetched, isBegun: true });
  };

  const look = useEffectEvent(async (isGone: () => boolean) => {
    const port = await loadSpeech();
    if (port.isFetching()) return run();
    if (!isGone()) await show(port);
  });
  useEffect(() => {
    let hasGone = false;
    void look(() => hasGone).catch(() => undefined);
    return () => {
      hasGone = true;
    };
  }, []);

  const forget = async () => {
    const port = await loadSpeech();
    await port.remove();
    await show(port);
  };
  return {
    speech,
    fetch: () => void run().catch(() => undefined),
    cancel: () => stop.current?.abort(),
    remove: () => void forget().catch(() => undefined),
  };
}

async function lookAt(port: OnDeviceSpeech): Promise<Speech | undefined> {
  const kept = await port.readKept();
  if (kept !== undefined) return { kind: 'here', bytes: kept.bytes };
  const offered = await port.readModel();
  if (offered === 'none') return { kind: 'none' };
  const isBegun = await port.isBegun();
  if (offered === undefined) {
    return isBegun ? { kind: 'away', bytes: undefined, why: 'no-signal', isBegun } : undefined;
  }
  return { kind: 'away', bytes: offered.bytes, why: isBegun ? 'cancelled' : 'not-wanted', isBegun };
}
