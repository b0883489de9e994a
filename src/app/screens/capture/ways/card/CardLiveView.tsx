import { type ChangeEvent, type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import type { Cards, SeenCard } from '../../../../ports/cards.ts';
import { Button } from '../../../../ui/Button.tsx';
import { CameraTroubles } from '../CameraTroubles.tsx';
import sheet from '../ScanWay.module.css';
import type { CameraInSight } from '../use-camera.ts';
import styles from './CardLiveView.module.css';
import type { Aim } from './corners.ts';

interface CardLiveViewProps {
  readonly cards: Cards | undefined;
  readonly camera: CameraInSight;
  readonly takePicture: () => Promise<Blob | undefined>;
  /** The card that it sees. */
  readonly seen: SeenCard | undefined;
  /** Whether the shutter releases itself. */
  readonly isWatching: boolean;
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Whether the camera is seen, or will be. */
  readonly isLive: boolean;
  /** Whether a picture can be kept yet. */
  readonly isReady: boolean;
  readonly title: string;
  readonly onPicture: (picture: Blob, aim?: Aim) => void;
  readonly onClose: () => void;
}

/** What the camera sees, a frame to fill, and the shutter under the thumb. */
export function CardLiveView(props: CardLiveViewProps) {
  const { cards, camera, takePicture, seen, isWatching, video, isLive, isReady, title, onPicture, onClose } =
    props;
  const frame = useRef<HTMLDivElement>(null);
  const [remark, setRemark] = useState<string>();
  const [isTaking, setIsTaking] = useState(false);
  const aspect = useAspect(video);
  const { state } = camera;

  const take = async (picture: Promise<Blob | undefined> | undefined, problem: string, aim?: Aim) => {
    setRemark(undefined);
    setIsTaking(true);
    const taken = await picture;
    setIsTaking(false);
    if (taken === undefined) setRemark(problem);
    else onPicture(taken, aim);
  };
  const shoot = () => void take(takePicture(), 'There is no picture yet. Try again.', readAim(video, frame));
  const canTake = isReady && !isTaking && cards !== undefined;
  return (
    <>
      <header className={sheet.top}>
        <h1 id="card-title">{title}</h1>
        {camera.isTorchOn === undefined ? null : (
          <button
            type="button"
            className={`${sheet.torch} ${styles.glass}`}
            aria-pressed={camera.isTorchOn}
            onClick={camera.toggleTorch}
          >
            {camera.isTorchOn ? 'Light is on' : 'Light'}
          </button>
        )}
      </header>
      <div className={styles.stage} hidden={!isLive} style={{ '--aspect': aspect } as CSSProperties}>
        <div className={styles.view}>
          <video ref={video} playsInline muted aria-label="What the camera sees" />
          <div ref={frame} className={styles.frame} data-seen={seen !== undefined || undefined} />
          {seen === undefined ? null : <SeenOutline card={seen} />}
        </div>
      </div>
      {state === 'starting' || state === 'watching' ? null : (
        <CameraTroubles icon="card" trouble={state} onTryAgain={camera.tryAgain} />
      )}
      <p role="status" className={styles.remark}>
        {remark ?? hintOf(state, isTaking || seen?.isStill === true, isWatching)}
      </p>
      <div className={styles.choices}>
        <PictureChoice
          isDisabled={!canTake}
          onPicture={(picture) =>
            void take(cards?.toPicture(picture), 'This phone cannot open that picture.')
          }
        />
        <button
          type="button"
          className={styles.shutter}
          style={isLive ? undefined : { visibility: 'hidden' }}
          aria-label="Take the picture"
          disabled={state !== 'watching' || !canTake}
          onClick={shoot}
        />
        <Button className={styles.glass ?? ''} onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

function hintOf(state: CameraInSight['state'], isStill: boolean, isWatching: boolean): string | undefined {
  if (isStill) return 'Hold still…';
  if (state === 'starting') return 'Starting the camera. Say yes if you are asked.';
  if (state !== 'watching') return undefined;
  return isWatching
    ? 'Fill the frame with the card: it is taken by itself.'
    : 'Fill the frame with the card.';
}

/** Around the card that the camera sees; whole while it lies still. */
function SeenOutline({ card }: { readonly card: SeenCard }) {
  return (
    <svg className={styles.outline} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <polygon
        data-still={card.isStill || undefined}
        points={card.corners.map(({ x, y }) => `${x},${y}`).join(' ')}
      />
    </svg>
  );
}

interface PictureChoiceProps {
  readonly isDisabled: boolean;
  readonly onPicture: (picture: Blob) => void;
}

function PictureChoice({ isDisabled, onPicture }: PictureChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const picture = target.files?.[0];
    if (picture !== undefined) onPicture(picture);
    // The same picture can be chosen again.
    target.value = '';
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        className="visually-hidden"
        aria-label="A picture of the card"
        tabIndex={-1}
        disabled={isDisabled}
        onChange={choose}
      />
      <Button className={styles.glass ?? ''} disabled={isDisabled} onClick={() => input.current?.click()}>
        Choose a picture
      </Button>
    </>
  );
}

/** Width by height of what the camera gives; it turns with the phone. */
function useAspect(video: RefObject<HTMLVideoElement | null>): number {
  const [aspect, setAspect] = useState(3 / 4);
  useEffect(() => {
    const shown = video.current;
    const read = () => {
      if (shown !== null && shown.videoHeight > 0) setAspect(shown.videoWidth / shown.videoHeight);
    };
    shown?.addEventListener('resize', read);
    return () => shown?.removeEventListener('resize', read);
  }, [video]);
  return aspect;
}

function readAim(
  video: RefObject<HTMLVideoElement | null>,
  frame: RefObject<HTMLDivElement | null>,
): Aim | undefined {
  if (video.current === null || frame.current === null) return undefined;
  const { videoWidth: width, videoHeight: height } = video.current;
  return {
    frame: frame.current.getBoundingClientRect(),
    view: video.current.getBoundingClientRect(),
    video: { width, height },
  };
}
