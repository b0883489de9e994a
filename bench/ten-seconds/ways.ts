import type { Page } from 'playwright-core';
import { appPages } from '../../tests/browser/harness/app-pages.ts';
import type { Hand } from './hand.ts';
import { pace } from './human-pace.ts';

export interface MetPerson {
  /** Ten digits. */
  readonly number: string;
  /** The camera, which saw a desk, sees what it is held at. */
  readonly holdAt: () => Promise<void>;
}

export interface WayOfCapture {
  readonly name: string;
  /** From the start of the app to saved, in seconds. */
  readonly atMost?: number;
  /** What the camera is held at. */
  readonly code?: (number: string) => string;
  /** It is held at a card instead. */
  readonly isCard?: boolean;
  /** Where the app opens: by a shortcut of the installed app. */
  readonly path?: string;
  /** On the first screen of an app that has just been opened, until nothing is left to do. */
  act(page: Page, hand: Hand, met: MetPerson): Promise<void>;
}

export const ways: readonly WayOfCapture[] = [
  { name: 'typed', atMost: 10, act: typeWith(pace.key) },
  { name: 'typed, 36 words a minute', atMost: 10, act: typeWith(pace.phoneKey) },
  { name: 'said', act: sayLine },
  { name: 'pasted', act: paste },
  { name: 'code', atMost: 5, code: vcard, act: scan },
  { name: 'code, by the app’s shortcut', atMost: 5, code: vcard, path: '/?way=scan', act: scanAtOnce },
  { name: 'contact file', act: chooseFile },
  { name: 'card', atMost: 10, isCard: true, act: photograph },
  {
    name: 'card, by the app’s shortcut',
    atMost: 10,
    isCard: true,
    path: '/?way=card',
    act: photographAtOnce,
  },
];

const name = 'Dana Ruiz';

/** `number`: ten digits. */
function vcard(number: string): string {
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Ruiz;Dana;;;',
    `FN:${name}`,
    `TEL;TYPE=CELL:+1${number}`,
    'END:VCARD',
    '',
  ].join('\r\n');
}

const save = (page: Page) => page.getByRole('button', { name: 'Save Dana' });
const button = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true });
const nameField = (page: Page) => appPages(page).field('Name');

/** The field has the focus, but phones bring the keyboard up only when it is tapped. */
function typeWith(keyMs: number): WayOfCapture['act'] {
  return async (page, hand, { number }) => {
    await hand.read(nameField(page), { sight: 'form' });
    await hand.tap(nameField(page));
    await hand.type(`${name}\n${number}`, keyMs);
    await hand.tap(save(page));
  };
}

async function sayLine(page: Page, hand: Hand, { number }: MetPerson): Promise<void> {
  await hand.read(nameField(page), { sight: 'form' });
  await hand.tap(button(page, 'Say it'));
  await appPages(page).field('Everything in one line').waitFor();
  // The microphone of the keyboard.
  await hand.tapElsewhere();
  await hand.say([
    { text: name, words: 2 },
    { text: ` ${number.slice(0, 3)}`, words: 3 },
    { text: ` ${number.slice(3, 6)}`, words: 3 },
    { text: ` ${number.slice(6)}`, words: 4 },
  ]);
  await hand.read(page.getByRole('button', { name: /^Phone .*put it back/ }));
  await hand.tap(save(page));
}

/** It was copied before. */
async function paste(page: Page, hand: Hand, { number }: MetPerson): Promise<void> {
  await hand.read(nameField(page), {
    sight: 'form',
    during: () => page.evaluate((text) => navigator.clipboard.writeText(text), `${name}\n${number}`),
  });
  await hand.tap(button(page, 'Paste'));
  await hand.read(page.getByRole('button', { name: /^Phone .*put it back/ }));
  await hand.tap(save(page));
}

async function scan(page: Page, hand: Hand, met: MetPerson): Promise<void> {
  await hand.read(nameField(page), { sight: 'form' });
  await hand.tap(button(page, 'Scan QR'));
  await scanAtOnce(page, hand, met);
}

/** Whoever is in the code is saved without a tap. */
async function scanAtOnce(page: Page, hand: Hand, met: MetPerson): Promise<void> {
  await aim(page, hand, met);
}

async function photograph(page: Page, hand: Hand, met: MetPerson): Promise<void> {
  await hand.read(nameField(page), { sight: 'form' });
  await hand.tap(button(page, 'Card'));
  await photographAtOnce(page, hand, met);
}

/** What reads cards was fetched before. The shutter releases itself; what was read is looked at before it is saved. */
async function photographAtOnce(page: Page, hand: Hand, met: MetPerson): Promise<void> {
  await aim(page, hand, met);
  await hand.read(save(page), { sight: 'answer' });
  await hand.tap(save(page));
}

/** One aims when the camera's picture is there; what it is held at is in sight only then. */
async function aim(page: Page, hand: Hand, { holdAt }: MetPerson): Promise<void> {
  const video = page.getByLabel('What the camera sees');
  await video.waitFor();
  await video.evaluate(
    (seen) =>
      new Promise<void>((resolve) => {
        if (!(seen instanceof HTMLVideoElement)) throw new Error('It is no video');
        if (seen.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) resolve();
        else seen.addEventListener('loadeddata', () => resolve(), { once: true });
      }),
  );
  await hand.spend(pace.aimCamera, 'camera');
  await holdAt();
}

async function chooseFile(page: Page, hand: Hand, { number }: MetPerson): Promise<void> {
  await hand.read(nameField(page), { sight: 'form' });
  await hand.tap(button(page, 'From contacts'));
  const choose = button(page, 'Choose a contact file');
  await hand.read(choose);
  const chooser = page.waitForEvent('filechooser');
  await hand.tap(choose);
  const list = await chooser;
  // The system's own list, with the file on top.
  await hand.spend(pace.read);
  await hand.tapElsewhere();
  await list.setFiles({ name: 'dana.vcf', mimeType: 'text/vcard', buffer: Buffer.from(vcard(number)) });
  await hand.read(save(page));
  await hand.tap(save(page));
}
