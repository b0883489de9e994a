import type { Page } from 'playwright-core';
import { appPages } from '../../tests/browser/harness/app-pages.ts';
import type { Hand } from './hand.ts';
import { pace } from './human-pace.ts';

export interface WayOfCapture {
  readonly name: string;
  /** From the start of the app to saved, in seconds. */
  readonly atMost?: number;
  /** What the camera sees from the start. */
  readonly code?: (number: string) => string;
  /** It sees a card on a desk instead. */
  readonly isCard?: boolean;
  /** Where the app opens: by a shortcut of the installed app. */
  readonly path?: string;
  /** On the first screen of an app that has just been opened; the last tap is on Save. */
  act(page: Page, hand: Hand, number: string): Promise<void>;
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
  return async (page, hand, number) => {
    await hand.read(nameField(page));
    await hand.tap(nameField(page));
    await hand.type(`${name}\n${number}`, keyMs);
    await hand.tap(save(page));
  };
}

async function sayLine(page: Page, hand: Hand, number: string): Promise<void> {
  await hand.read(nameField(page));
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
async function paste(page: Page, hand: Hand, number: string): Promise<void> {
  await hand.read(nameField(page), () =>
    page.evaluate((text) => navigator.clipboard.writeText(text), `${name}\n${number}`),
  );
  await hand.tap(button(page, 'Paste'));
  await hand.read(page.getByRole('button', { name: /^Phone .*put it back/ }));
  await hand.tap(save(page));
}

async function scan(page: Page, hand: Hand): Promise<void> {
  await hand.read(nameField(page));
  await hand.tap(button(page, 'Scan QR'));
  await scanAtOnce(page, hand);
}

async function scanAtOnce(page: Page, hand: Hand): Promise<void> {
  const sheet = page.getByRole('dialog', { name: 'Scan a code' });
  await sheet.waitFor();
  await sheet.waitFor({ state: 'detached' });
  // In front of this camera the code is there at once; a person aims first, when the camera's picture is there.
  await hand.spend(pace.aimCamera);
  await hand.read(save(page));
  await hand.tap(save(page));
}

async function photograph(page: Page, hand: Hand): Promise<void> {
  await hand.read(nameField(page));
  await hand.tap(button(page, 'Card'));
  await photographAtOnce(page, hand);
}

/** What reads cards was fetched before. */
async function photographAtOnce(page: Page, hand: Hand): Promise<void> {
  const shutter = button(page, 'Take the picture');
  await shutter.waitFor();
  await hand.spend(pace.aimCamera);
  await hand.tap(shutter);
  const keepAll = button(page, 'Keep all');
  await hand.read(keepAll);
  await hand.tap(keepAll);
  await hand.read(save(page));
  await hand.tap(save(page));
}

async function chooseFile(page: Page, hand: Hand, number: string): Promise<void> {
  await hand.read(nameField(page));
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
