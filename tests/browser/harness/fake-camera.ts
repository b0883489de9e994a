import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'uqr';

const width = 1280;
const height = 720;
/** Luma of a desk in a room that is not too bright, and of what is printed on paper that lies there. */
const desk = 74;
const paper = 214;
const ink = 38;

export interface FakeCamera {
  /** For `launchBrowser`. */
  readonly args: readonly string[];
  /** From now on, it sees a sheet of paper with this code, or a desk with nothing on it. */
  show(text: string | undefined): Promise<void>;
}

/** A camera of Chromium's own that plays a file in this folder. Without `grantPermissions` it is refused. */
export async function fakeCamera(folder: string): Promise<FakeCamera> {
  const file = join(folder, 'camera.y4m');
  // In place and of one size: a camera that is open goes on reading.
  const show: FakeCamera['show'] = (text) =>
    writeFile(file, videoOf(text), { flag: existsSync(file) ? 'r+' : 'w' });
  await show(undefined);
  return {
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
    show,
  };
}

/** The same that plays photographs, all of one size. */
export function fakePhotoCamera(folder: string) {
  const file = join(folder, 'camera.mjpeg');
  return {
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
    /** From now on, it sees this: in place, so that a camera that is open goes on reading. */
    show: (jpeg: Buffer) => writeFile(file, padJpeg(jpeg), { flag: existsSync(file) ? 'r+' : 'w' }),
  };
}

const photographBytes = 1_200_000;

/** With comments behind its first marker (JPEG, ITU-T T.81, B.2.4.5), until it has as many bytes as all of them. */
function padJpeg(jpeg: Buffer): Buffer {
  const padding: Buffer[] = [];
  for (let left = photographBytes - jpeg.length; left > 0; ) {
    // None may be left that is too short for a comment.
    const length = left > 65_537 ? Math.min(65_537, left - 4) : left;
    const comment = Buffer.alloc(length);
    comment.writeUInt16BE(0xff_fe);
    comment.writeUInt16BE(length - 2, 2);
    padding.push(comment);
    left -= length;
  }
  return Buffer.concat([jpeg.subarray(0, 2), ...padding, jpeg.subarray(2)]);
}

/** One frame of YUV4MPEG2, 4:2:0, without colours. */
function videoOf(text: string | undefined): Buffer {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\nFRAME\n`, 'latin1');
  const luma = Buffer.alloc(width * height, desk);
  if (text !== undefined) drawCode(luma, text);
  return Buffer.concat([header, luma, Buffer.alloc((width * height) / 2, 128)]);
}

/** In the middle, as large as a card that is held at some distance. */
function drawCode(luma: Buffer, text: string): void {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const scale = Math.floor((height * 0.38) / size);
  const left = Math.floor((width - size * scale) / 2);
  const top = Math.floor((height - size * scale) / 2);
  for (let y = 0; y < size * scale; y += 1) {
    const row = data[Math.floor(y / scale)] ?? [];
    for (let x = 0; x < size * scale; x += 1) {
      luma[(top + y) * width + left + x] = row[Math.floor(x / scale)] === true ? ink : paper;
    }
  }
}
