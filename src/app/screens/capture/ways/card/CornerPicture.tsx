import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Corners, Point } from '../../../../../exchange/card/picture.ts';
import styles from './CornerPicture.module.css';
import { moveCorner, type Size } from './corners.ts';

interface CornerPictureProps {
  readonly picture: Blob;
  /** Undefined while it is not known where the card lies. */
  readonly place: { readonly corners: Corners; readonly size: Size } | undefined;
  readonly onMove: (corners: Corners) => void;
}

const names = ['top left', 'top right', 'bottom right', 'bottom left'] as const;
/** Of the picture's width, with an arrow key. */
const keyStep = 0.01;
const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The picture with the card's corners, which the thumb moves. */
export function CornerPicture({ picture, place, onMove }: CornerPictureProps) {
  const address = useAddress(picture);
  const box = useRef<HTMLDivElement>(null);
  const [aspect, setAspect] = useState(4 / 3);
  return (
    <div className={styles.stage} style={{ '--aspect': aspect } as CSSProperties}>
      <div ref={box} className={styles.picture}>
        {address === undefined ? null : (
          <img
            src={address}
            alt="The card"
            onLoad={({ currentTarget }) =>
              setAspect(currentTarget.naturalWidth / currentTarget.naturalHeight)
            }
          />
        )}
        {place === undefined ? null : (
          <>
            <svg viewBox={`0 0 ${place.size.width} ${place.size.height}`} aria-hidden="true">
              <polygon points={place.corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
            </svg>
            {place.corners.map((corner, index) => (
              <Handle
                key={names[index]}
                name={names[index] ?? ''}
                corner={corner}
                size={place.size}
                box={() => box.current?.getBoundingClientRect()}
                onMove={(to) => onMove(moveCorner(place.corners, index, to, place.size))}
              />
            ))}
          </>
        )}
      </div>
    </div>
  );
}

interface HandleProps {
  readonly name: string;
  readonly corner: Point;
  readonly size: Size;
  /** Where the picture is on the screen. */
  readonly box: () => DOMRect | undefined;
  readonly onMove: (to: Point) => void;
}

function Handle({ name, corner, size, box, onMove }: HandleProps) {
  /** From the finger to the corner: it does not jump under the thumb. */
  const held = useRef<Point>(undefined);
  const at = ({ clientX, clientY }: PointerEvent): Point | undefined => {
    const shown = box();
    if (shown === undefined || shown.width === 0) return undefined;
    return {
      x: ((clientX - shown.left) / shown.width) * size.width,
      y: ((clientY - shown.top) / shown.height) * size.height,
    };
  };
  const hold = (event: PointerEvent<HTMLButtonElement>) => {
    const finger = at(event);
    if (finger === undefined) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: corner.x - finger.x, y: corner.y - finger.y };
  };
  const move = (event: PointerEvent) => {
    const finger = at(event);
    if (finger === undefined || held.current === undefined) return;
    onMove({ x: finger.x + held.current.x, y: finger.y + held.current.y });
  };
  const letGo = () => {
    held.current = undefined;
  };
  const step = (event: KeyboardEvent) => {
    const way = steps[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const length = size.width * keyStep;
    onMove({ x: corner.x + way.x * length, y: corner.y + way.y * length });
  };
  return (
    <button
      type="button"
      className={styles.handle}
      style={{ left: `${(corner.x / size.width) * 100}%`, top: `${(corner.y / size.height) * 100}%` }}
      aria-label={`Corner ${name}: move it with the arrow keys`}
      onPointerDown={hold}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={step}
    />
  );
}

function useAddress(picture: Blob): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address;
}
