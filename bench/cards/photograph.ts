import { squareToCorners, throughPerspective } from '../../src/exchange/card/perspective.ts';
import type { Corners, Picture, Point } from '../../src/exchange/card/picture.ts';
import { type Seeded, seeded } from './seeded.ts';

/** How a card lies before the camera, and in what light. */
export interface Shot {
  readonly seed: number;
  readonly corners: Corners;
  readonly desk: 'wood' | 'slate' | 'pale' | 'cloth' | 'papers';
  /** Pixels. */
  readonly blur: number;
  readonly noise: number;
  /** JPEG quality, 0 to 1. */
  readonly quality: number;
  readonly shadow: boolean;
  /** Of a hand that moved, in pixels: none in two of three. */
  readonly motion: Point;
  /** A lamp that the card mirrors, as a share of the frame; none in three of four. */
  readonly glare: Point | undefined;
  /** Where a thumb holds it, in shares of the card: at its edge, off the text. None in five of six. */
  readonly thumb: Point | undefined;
}

const frame = { width: 2000, height: 1500 } as const;

/**
 * Up to 20 degrees rolled, 22 tilted; one in twelve is turned by quarters, one in fifteen runs out of the frame, one
 * in three is shaken, one in four has a glare, one in six a thumb on it.
 */
export function planShot(seed: number, aspect: number): Shot {
  const random = seeded(seed);
  const isTurned = random.next() < 1 / 12;
  const isCut = random.next() < 1 / 15;
  const quarter = isTurned ? random.pick([90, 180, 270]) : 0;
  const degrees = Math.PI / 180;
  const pose = {
    roll: (random.between(-20, 20) * (isCut ? 0.2 : 1) + quarter) * degrees,
    pitch: random.between(-22, 22) * degrees,
    yaw: random.between(-22, 22) * degrees,
  };
  const corners = fitInto(project(aspect, pose), isCut ? 1.04 : random.between(0.66, 0.94), random);
  return {
    seed,
    corners,
    desk: random.pick(['wood', 'slate', 'pale', 'cloth', 'papers']),
    blur: random.between(0, 1.6),
    noise: random.between(2, 9),
    quality: random.between(0.6, 0.92),
    shadow: random.next() < 0.5,
    motion: random.next() < 1 / 3 ? { x: random.between(-4, 4), y: random.between(-4, 4) } : { x: 0, y: 0 },
    glare: random.next() < 1 / 4 ? { x: random.between(0.2, 0.8), y: random.between(0.2, 0.8) } : undefined,
    thumb: random.next() < 1 / 6 ? { x: random.between(0.35, 0.65), y: 1.08 } : undefined,
  };
}

/** The card as a camera over a desk sees it; the same picture for the same shot. */
export function photograph(card: Picture, shot: Shot): Picture {
  const random = seeded(shot.seed + 1);
  const scene = shakenBy(paintScene(card, shot, random), shot.motion);
  const blurred = boxBlur(boxBlur(scene, shot.blur), shot.blur);
  const { width, height } = frame;
  const grains = Array.from({ length: 4_096 }, () => random.next() + random.next() + random.next() - 1.5);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const grain = (grains[Math.floor(random.next() * grains.length)] ?? 0) * shot.noise * 2;
    for (let channel = 0; channel < 3; channel += 1) {
      data[pixel * 4 + channel] = (blurred[pixel * 3 + channel] ?? 0) + grain;
    }
  }
  return { width, height, data };
}

function paintScene(card: Picture, shot: Shot, random: Seeded): Float32Array {
  const { width, height } = frame;
  const toCard = invert(shot.corners);
  const desk = deskPainter(shot.desk, random);
  const light = lightOf(random, shot.shadow);
  const colours = new Float32Array(width * height * 3);
  for (let at = 0; at < colours.length; at += 3) {
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
    const place = throughPerspective(toCard, { x, y });
    const isThumb = shot.thumb !== undefined && isNear(place, shot.thumb, 0.07, 0.2);
    const isCard = isInside(place);
    if (isThumb) colours.set([201, 152, 125], at);
    else if (isCard) sampleInto(colours, at, card, place);
    else desk(colours, at, x, y);
    const under =
      isCard || isThumb || !isBeside(place)
        ? 1
        : shadeBeside(throughPerspective(toCard, { x: x - 9, y: y - 11 }));
    const bright = light(x / width, y / height) * under;
    const mirrored = shot.glare === undefined || !isCard ? 0 : glareAt(x / width, y / height, shot.glare);
    for (let channel = at; channel < at + 3; channel += 1) {
      colours[channel] = (colours[channel] ?? 0) * bright + mirrored;
    }
  }
  return colours;
}

/** So near that the card's shadow may fall there. */
function isBeside({ x, y }: Point): boolean {
  return x > -0.1 && x < 1.1 && y > -0.1 && y < 1.1;
}

function isInside({ x, y }: Point): boolean {
  return x >= 0 && x < 1 && y >= 0 && y < 1;
}

function isNear(place: Point, middle: Point, wide: number, high: number): boolean {
  return ((place.x - middle.x) / wide) ** 2 + ((place.y - middle.y) / high) ** 2 < 1;
}

function glareAt(x: number, y: number, { x: left, y: top }: Point): number {
  return 95 * Math.exp(-((x - left) ** 2 + (y - top) ** 2) / 0.02);
}

/** Five pictures a fraction of a second apart, laid over each other. */
function shakenBy(colours: Float32Array, motion: Point): Float32Array {
  if (motion.x === 0 && motion.y === 0) return colours;
  const steps = [-0.5, -0.25, 0, 0.25, 0.5].map(
    (part) => (Math.round(motion.y * part) * frame.width + Math.round(motion.x * part)) * 3,
  );
  const shaken = new Float32Array(colours.length);
  for (const step of steps) {
    const start = Math.max(0, -step);
    const end = Math.min(colours.length, colours.length - step);
    for (let at = start; at < end; at += 1)
      shaken[at] = (shaken[at] ?? 0) + (colours[at + step] ?? 0) / steps.length;
  }
  return shaken;
}

interface Pose {
  readonly roll: number;
  readonly pitch: number;
  readonly yaw: number;
}

/** A pinhole camera straight above, two and a half card widths away. */
function project(aspect: number, { roll, pitch, yaw }: Pose): Corners {
  const distance = 2.5;
  const see = (x: number, y: number): Point => {
    const turned = {
      x: x * Math.cos(roll) - y * Math.sin(roll),
      y: x * Math.sin(roll) + y * Math.cos(roll),
    };
    const depth = turned.y * Math.sin(pitch) + turned.x * Math.sin(yaw);
    const near = distance / (distance + depth);
    return { x: turned.x * Math.cos(yaw) * near, y: turned.y * Math.cos(pitch) * near };
  };
  const half = 1 / aspect / 2;
  return [see(-0.5, -half), see(0.5, -half), see(0.5, half), see(-0.5, half)];
}

function fitInto(corners: Corners, share: number, random: Seeded): Corners {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = share * Math.min(frame.width / wide, frame.height / high);
  const slack = { x: frame.width - wide * scale, y: frame.height - high * scale };
  const offset = { x: slack.x * random.between(0.3, 0.7), y: slack.y * random.between(0.3, 0.7) };
  const place = ({ x, y }: Point): Point => ({
    x: (x - left) * scale + offset.x,
    y: (y - top) * scale + offset.y,
  });
  return [place(corners[0]), place(corners[1]), place(corners[2]), place(corners[3])];
}

function invert(corners: Corners) {
  const forward = squareToCorners(corners);
  if (forward === undefined) throw new Error('A card without an area');
  const [a, b, c, d, e, f, g, h] = forward;
  const whole = a * e - b * d;
  return [
    (e - f * h) / whole,
    (c * h - b) / whole,
    (b * f - c * e) / whole,
    (f * g - d) / whole,
    (a - c * g) / whole,
    (c * d - a * f) / whole,
    (d * h - e * g) / whole,
    (b * g - a * h) / whole,
  ] as const;
}

function sampleInto(into: Float32Array, at: number, card: Picture, { x, y }: Point): void {
  const [column, row] = [Math.max(0, x * card.width - 0.5), Math.max(0, y * card.height - 0.5)];
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [right, bottom] = [Math.min(left + 1, card.width - 1), Math.min(top + 1, card.height - 1)];
  const [across, down] = [column - left, row - top];
  for (let channel = 0; channel < 3; channel += 1) {
    const value = (px: number, py: number) => card.data[(py * card.width + px) * 4 + channel] ?? 0;
    const upper = value(left, top) * (1 - across) + value(right, top) * across;
    const lower = value(left, bottom) * (1 - across) + value(right, bottom) * across;
    into[at + channel] = upper * (1 - down) + lower * down;
  }
}

type Painter = (into: Float32Array, at: number, x: number, y: number) => void;

function deskPainter(desk: Shot['desk'], random: Seeded): Painter {
  const phase = random.between(0, 50);
  const angle = random.between(-0.3, 0.3);
  const paint = (into: Float32Array, at: number, [red, green, blue]: readonly number[], shade: number) => {
    into[at] = (red ?? 0) * shade;
    into[at + 1] = (green ?? 0) * shade;
    into[at + 2] = (blue ?? 0) * shade;
  };
  const painters: Readonly<Record<Shot['desk'], Painter>> = {
    wood: (into, at, x, y) => {
      const along = y + x * angle + 14 * Math.sin(x / 170 + phase);
      const grain = Math.sin(along / 9 + phase) * 0.06 + Math.sin(along / 31) * 0.1;
      paint(into, at, [158, 112, 70], 1 + grain - (along % 260 < 4 ? 0.35 : 0));
    },
    slate: (into, at, x, y) =>
      paint(into, at, [62, 66, 72], 1 + 0.08 * Math.sin(x / 90 + phase) * Math.cos(y / 70)),
    pale: (into, at, x, y) => paint(into, at, [214, 210, 203], 1 + 0.03 * Math.sin((x + y) / 140 + phase)),
    cloth: (into, at, x, y) =>
      paint(
        into,
        at,
        [96, 108, 140],
        1 + 0.12 * Math.sin(x / 5 + phase) + 0.12 * Math.sin((y + x * angle) / 6),
      ),
    papers: (into, at, x, y) => {
      const isSheet = x * Math.cos(angle) + y * Math.sin(angle) < 1_250 + phase * 4;
      const isRuled = (y - x * angle) % 58 < 3;
      paint(into, at, isSheet ? [205, 206, 200] : [110, 84, 60], isSheet && isRuled ? 0.8 : 1);
    },
  };
  return painters[desk];
}

function lightOf(random: Seeded, hasShadow: boolean): (x: number, y: number) => number {
  const lean = { x: random.between(-0.35, 0.35), y: random.between(-0.35, 0.35) };
  const base = random.between(0.78, 1);
  const edge = random.between(0.25, 0.75);
  const slope = random.between(-0.6, 0.6);
  return (x, y) => {
    const even = base * (1 + lean.x * (x - 0.5) + lean.y * (y - 0.5));
    if (!hasShadow) return even;
    const beyond = 1 / (1 + Math.exp(-(x - edge + slope * (y - 0.5)) * 22));
    return even * (1 - 0.38 * beyond);
  };
}

/** A card casts a small shadow on what it lies on. */
function shadeBeside({ x, y }: Point): number {
  return x > -0.005 && x < 1.005 && y > -0.005 && y < 1.005 ? 0.72 : 1;
}

function boxBlur(colours: Float32Array, radius: number): Float32Array {
  if (radius < 0.2) return colours;
  const side = Math.min(1, radius);
  const middle = 1 / (1 + 2 * side);
  const blurAlong = (from: Float32Array, step: number) => {
    const into = from.slice();
    for (let at = step; at < from.length - step; at += 1) {
      const beside = (from[at - step] ?? 0) + (from[at + step] ?? 0);
      into[at] = middle * ((from[at] ?? 0) + side * beside);
    }
    return into;
  };
  const blurBoth = (from: Float32Array) => blurAlong(blurAlong(from, 3), frame.width * 3);
  return radius > 1 ? blurBoth(blurBoth(colours)) : blurBoth(colours);
}
