import { type ChangeEvent, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../ui/Button.tsx';
import { useApp } from '../../../ui/use-app.ts';
import { CameraTroubles } from './CameraTroubles.tsx';
import { loadSaveAtOnce } from './load-save-at-once.ts';
import styles from './ScanWay.module.css';
import { type Scanning, type UsefulCode, useScanning } from './use-scanning.ts';
import type { WayProps } from './way.ts';

/**
 * The camera over the whole screen. The first code that is a person closes it: they are saved at once, or, where the
 * agent should look first, fill the tag.
 */
export function ScanWay({ draft, onRead, onSaved, onLine, onClose }: WayProps) {
  const app = useApp();
  const [, navigate] = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const take = async (code: UsefulCode, isMet: boolean) => {
    const saveAtOnce = code.kind === 'person' && isMet ? await loadSaveAtOnce() : undefined;
    const saved =
      code.kind === 'person'
        ? await saveAtOnce?.(app, draft, code.reading, { besides: code.besides })
        : undefined;
    if (saved === undefined) {
      dialog.current?.close();
      if (code.kind === 'words') onLine(code.text);
      else onRead(code.reading, 'from the code', code.besides);
      return;
    }
    const undo = () => void saved.takeBack().then((isBack) => isBack && navigate('/', { replace: true }));
    // Until they are shown: drawing the tag in between would come first.
    onSaved(saved.personId);
    app.toast.set({ words: 'Saved from the code.', undo, at: `/saved/${saved.personId}` });
  };
  const scanning = useScanning(video, (code, isMet) => void take(code, isMet));
  useEffect(() => dialog.current?.showModal(), []);
  const { state } = scanning;
  useEffect(() => {
    if (state === 'watching') void loadSaveAtOnce();
  }, [state]);
  const isLive = state === 'starting' || state === 'watching';
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      data-live={isLive || undefined}
      aria-labelledby="scan-title"
      onClose={onClose}
    >
      <video ref={video} className={styles.video} playsInline muted aria-label="What the camera sees" />
      <header className={styles.top}>
        <h1 id="scan-title">Scan a code</h1>
        {scanning.isTorchOn === undefined ? null : (
          <button
            type="button"
            className={styles.torch}
            aria-pressed={scanning.isTorchOn}
            onClick={scanning.toggleTorch}
          >
            {scanning.isTorchOn ? 'Light is on' : 'Light'}
          </button>
        )}
      </header>
      {isLive ? (
        <div className={styles.view}>
          <div className={styles.frame} />
        </div>
      ) : (
        <CameraTroubles icon="scan" trouble={state} onTryAgain={scanning.tryAgain} />
      )}
      <p role="status" className={styles.remark}>
        {scanning.isReading ? 'Reading the picture…' : (scanning.remark ?? hints[state])}
      </p>
      <Choices scanning={scanning} onClose={() => dialog.current?.close()} />
    </dialog>
  );
}

const hints: Partial<Record<Scanning['state'], string>> = {
  starting: 'Starting the camera. Say yes if you are asked.',
  watching: 'Put the QR code in the frame.',
};

function Choices({ scanning, onClose }: { readonly scanning: Scanning; readonly onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const picture = event.target.files?.[0];
    // The same picture can be chosen again.
    if (picture !== undefined) void scanning.readPicture(picture).finally(() => clear(input.current));
  };
  return (
    <div className={styles.choices}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        className="visually-hidden"
        aria-label="A picture of the code"
        tabIndex={-1}
        onChange={choose}
      />
      <Button className={styles.picture ?? ''} onClick={() => input.current?.click()}>
        Choose a picture
      </Button>
      <Button look="primary" className={styles.close ?? ''} onClick={onClose}>
        Close
      </Button>
    </div>
  );
}

function clear(input: HTMLInputElement | null): void {
  if (input !== null) input.value = '';
}
