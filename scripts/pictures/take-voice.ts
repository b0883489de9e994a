import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { makeTinyWhisper } from '../../tests/browser/harness/tiny-whisper/make-tiny-whisper.ts';
import { dana, evening, met } from './people-met.ts';
import { meetAt, openPerson, type Studio, setTime } from './studio.ts';

const spoken =
  'Favorite restaurant is Trattoria Stella. Married, two kids and a beagle, rents until May, and wants a yard by spring.';

/** What is said and written down, on a device of its own. */
export async function takeVoice(studio: Studio): Promise<void> {
  const { page, context, server, take } = studio;
  const app = appPages(page);
  // Before the page's own timers begin: those would not be stopped afterwards.
  await setTime(studio, dana.at);
  await page.goto(server.url);
  const { note: _, ...danaAlone } = dana;
  for (const meeting of [...met.slice(-5), danaAlone]) await meetAt(studio, meeting);
  await app.waitUntilOffline();
  await openPerson(page, 'Dana Ruiz');
  const address = page.url();
  await page.getByRole('link', { name: 'Voice note' }).click();
  await page.getByRole('heading', { name: 'The microphone is not allowed' }).waitFor();
  await take('voice-refused');
  await context.grantPermissions(['microphone'], { origin: server.url });
  await page.getByRole('button', { name: 'Try again' }).click();
  await timer(page, 3).waitFor();
  await take('voice-recording');
  await takeCutOff(studio);
  await page.goto(address);
  await takeKept(studio);
  await takeNobodys(studio);
  await takePlayed(studio);
  await takeWrittenTwice(studio);
  await takeUnwritten(studio, address);
  await takeSilent(studio);
  await takeSettings(studio);
  await takeFull(studio, address);
}

/** Once that many seconds are on disk, or more: on a busy machine some are not seen. */
function timer(page: Page, seconds: number) {
  return page.getByRole('timer').getByText(new RegExp(`^0:0[${seconds}-9]$`));
}

async function takeCutOff({ page, context, server, take }: Studio): Promise<void> {
  await context.clearPermissions();
  await page.getByRole('heading', { name: 'The recording was cut off' }).waitFor();
  await take('voice-cut-off');
  await context.grantPermissions(['microphone'], { origin: server.url });
}

/** With words that come along, and what they tell. */
async function takeKept(studio: Studio): Promise<void> {
  const { page, take } = studio;
  await page.evaluate(hearAlong, spoken);
  await page.getByRole('link', { name: 'Voice note' }).click();
  await timer(page, 2).waitFor();
  await take('voice-live');
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await page
    .getByRole('button', { name: /^Keep: / })
    .first()
    .waitFor();
  await take('voice-kept');
  await page.getByRole('button', { name: 'Keep: Two kids', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Dana Ruiz' }).waitFor();
}

async function takeNobodys(studio: Studio): Promise<void> {
  const { page, server, take } = studio;
  await page.goto(`${server.url}/voice`);
  await timer(page, 1).waitFor();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await page.getByRole('heading', { name: 'Who is it about?' }).waitFor();
  await page.getByRole('button', { name: /Dana Ruiz/ }).waitFor();
  await take('voice-who');
  await page.getByRole('button', { name: 'Later' }).click();
  await setTime(studio, evening);
  await appPages(page).room('Today').click();
  await page.getByRole('heading', { name: 'Voice notes' }).scrollIntoViewIfNeeded();
  await take('today-voice');
}

async function takePlayed({ page, take }: Studio): Promise<void> {
  await openPerson(page, 'Dana Ruiz');
  await page
    .getByRole('button', { name: /^Play: / })
    .first()
    .click();
  await page.getByRole('button', { name: /^Pause/ }).waitFor();
  await page.getByRole('region', { name: 'Notes' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Edit' }).first().scrollIntoViewIfNeeded();
  await take('person-voice');
}

/** A note that two hands wrote at once, as it comes from the contact database. */
async function takeWrittenTwice({ page, take }: Studio): Promise<void> {
  await page.getByRole('textbox', { name: /^A note about/ }).fill('Wants a yard. Two kids and a beagle.');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await page.getByRole('article').getByText('Two kids and a beagle.').first().waitFor();
  const other =
    'Wants a yard. The lease is up in May, and her mother moves in with them: a room on the ground floor.';
  await page.evaluate(writeElsewhere, other);
  await page.reload();
  const add = page.getByRole('button', { name: 'Add it' });
  await add.scrollIntoViewIfNeeded();
  await take('person-written-twice');
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await add.waitFor({ state: 'detached' });
}

/** A recording that the app ended over twice, and what the agent heard in it, by hand. */
async function takeUnwritten({ page, take }: Studio, address: string): Promise<void> {
  await page.evaluate(breakOff);
  await page.goto(address);
  const note = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Try again' }) });
  await note.getByRole('button', { name: 'Try again' }).scrollIntoViewIfNeeded();
  await take('person-voice-broken-off');
  await note.getByRole('button', { name: 'Write it down' }).click();
  const box = page.getByRole('textbox', { name: 'What the note says' });
  await box.fill('Her mother moves in with them in spring: a room on the ground floor.');
  await page.getByRole('button', { name: 'Keep: all is written down' }).scrollIntoViewIfNeeded();
  await take('person-voice-writing');
  await page.getByRole('button', { name: 'Cancel' }).click();
}

async function takeSilent(studio: Studio): Promise<void> {
  const { page, take } = studio;
  await page.evaluate(mute);
  await page.getByRole('link', { name: 'Voice note' }).click();
  await timer(page, 1).waitFor();
  await setTime(studio, new Date(Date.parse(evening) + 6_000).toISOString());
  await page.getByText(/^Nothing is heard/).waitFor();
  await take('voice-silent');
  await setTime(studio, evening);
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
}

async function takeSettings({ page, server, take }: Studio): Promise<void> {
  const app = appPages(page);
  const section = page.getByRole('region', { name: 'Writing down on this phone' });
  await app.room('Settings').click();
  await section.getByText(/has nothing for it/).waitFor();
  await page.getByRole('region', { name: 'Recordings' }).scrollIntoViewIfNeeded();
  await take('settings-voice', 'empty');
  await makeTinyWhisper(join(server.dataFolder, 'models', 'tiny'), 1_000_000);
  await app.room('Today').click();
  await app.room('Settings').click();
  await section.getByRole('combobox').waitFor();
  await page.getByRole('region', { name: 'Recordings' }).scrollIntoViewIfNeeded();
  await take('settings-voice');
}

/** The device takes no more pieces. */
async function takeFull({ page, take }: Studio, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(fillUp);
  await page.getByRole('link', { name: 'Voice note' }).click();
  await page.getByText(/This phone is full/).waitFor();
  await take('voice-full');
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await page.getByRole('heading', { name: 'This phone is full' }).waitFor();
  await take('voice-unkept');
}

/** Runs in the page: a recogniser that has heard this. */
function hearAlong(text: string): void {
  class Recognition extends EventTarget {
    static available = async () => 'available';
    start() {
      const [said = '', ...rest] = text.split('. ');
      const parts = [
        { isFinal: true, transcript: `${said}.` },
        { isFinal: false, transcript: rest.join('. ') },
      ];
      const results = parts.map(({ isFinal, transcript }) => Object.assign([{ transcript }], { isFinal }));
      setTimeout(() => this.dispatchEvent(Object.assign(new Event('result'), { results })), 500);
    }
    stop() {
      this.dispatchEvent(new Event('end'));
    }
  }
  Object.assign(globalThis, { SpeechRecognition: Recognition });
}

/** Runs in the page. */
function fillUp(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (this.name === 'recordingPiece') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, given);
  };
}

/** Runs in the page: a muted microphone gives silence, and no error. */
function mute(): void {
  AnalyserNode.prototype.getFloatTimeDomainData = (samples) => samples.fill(0);
}

/** Runs in the page: every recording was begun twice, and never ended. */
function breakOff(): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('justmet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const transaction = open.result.transaction(['file', 'meta'], 'readwrite');
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
      const ids = transaction.objectStore('file').getAllKeys();
      ids.onsuccess = () => {
        const begun = [...ids.result, ...ids.result];
        transaction.objectStore('meta').put({ key: 'writingDown', value: { begun } });
      };
    };
  });
}

/** Runs in the page: another device wrote this of the latest note, without knowing of what stands. */
function writeElsewhere(value: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('justmet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const transaction = open.result.transaction(['note', 'device', 'earlier'], 'readwrite');
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
      const id = '0198c0de-0000-7000-8000-000000000001';
      const values = { device: 'otherphone', name: 'iPhone' };
      transaction.objectStore('device').put({ id, values, stamps: {} });
      const notes = transaction.objectStore('note').openCursor(null, 'prev');
      notes.onsuccess = () => {
        const { id: row, stamp, stamps } = notes.result?.value ?? {};
        const by = stamps?.text ?? stamp;
        const earlier = { row, field: 'text', stamp: `${by.slice(0, 12)}otherphone`, value, by };
        transaction.objectStore('earlier').put(earlier);
      };
    };
  });
}
