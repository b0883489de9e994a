import { type ChangeEvent, useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { CameraTroubles } from './CameraTroubles.tsx';
import styles from './ScanWay.module.css';
import { type Scanning, useScanning } from './use-scanning.ts';
import type { WayProps } from './way.ts';

/** The camera over the whole screen. The first code that is a person fills the tag and closes it. */
export function ScanWay({ onRead, onLine, onClose }: WayProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const scanning = useScanning(video, (code) => {
    dialog.current?.close();
    if (code.kind === 'words') onLine(code.text);
    else onRead(code.reading, 'from the code', code.besides);
  });
  useEffect(() => dialog.current?.showModal(), []);
  const { state } = scanning;
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
