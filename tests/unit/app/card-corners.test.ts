import { describe, expect, it } from 'vitest';
import { aimToCorners, moveCorner } from '../../../src/app/screens/capture/ways/card/corners.ts';
import type { Corners } from '../../../src/exchange/card/picture.ts';

const view = { left: 0, top: 100, width: 400, height: 300 };
const frame = { left: 100, top: 200, width: 200, height: 100 };

describe('aimToCorners', () => {
  it('is where the frame lay on the video', () => {
    const corners = aimToCorners(
      { frame, view, video: { width: 800, height: 600 } },
      { width: 1600, height: 1200 },
    );
    expect(corners).toEqual([
      { x: 400, y: 400 },
      { x: 1200, y: 400 },
      { x: 1200, y: 800 },
      { x: 400, y: 800 },
    ]);
  });

  it('is in the middle of a picture that shows more above and below than the video', () => {
    const corners = aimToCorners(
      { frame, view, video: { width: 800, height: 600 } },
      { width: 1600, height: 1600 },
    );
    expect(corners[0]).toEqual({ x: 400, y: 600 });
    expect(corners[2]).toEqual({ x: 1200, y: 1000 });
  });
});

describe('moveCorner', () => {
  const corners: Corners = [
    { x: 0, y: 0 },
    { x: 90, y: 0 },
    { x: 90, y: 50 },
    { x: 0, y: 50 },
  ];

  it('moves the one and leaves the others', () => {
    const moved = moveCorner(corners, 2, { x: 70, y: 40 }, { width: 100, height: 60 });
    expect(moved).toEqual([corners[0], corners[1], { x: 70, y: 40 }, corners[3]]);
  });

  it('stays within the picture', () => {
    const moved = moveCorner(corners, 1, { x: 130, y: -5 }, { width: 100, height: 60 });
    expect(moved[1]).toEqual({ x: 100, y: 0 });
  });
});
