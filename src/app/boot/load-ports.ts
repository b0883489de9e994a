import type { StoreContext } from '../../store/context.ts';
import type { App, Located } from '../ports/app.ts';
import type { Cards } from '../ports/cards.ts';
import type { ContactRoutes } from '../ports/contact-routes.ts';
import type { Recorder } from '../ports/recorder.ts';
import type { DeviceReminders } from '../ports/reminders.ts';
import type { Scanner } from '../ports/scanner.ts';
import type { SignIn } from '../ports/sign-in.ts';
import type { OnDeviceSpeech } from '../ports/speech.ts';

// What is off the first screen's path, behind one door: each import there would cost it bytes of its own.

export async function loadSignIn(): Promise<SignIn> {
  return (await import('./sign-in.ts')).createSignIn();
}

export async function loadScanner(): Promise<Scanner> {
  return (await import('./scan/scanner.ts')).openScanner();
}

export async function loadCards(): Promise<Cards> {
  return (await import('./cards/open-cards.ts')).openCards();
}

export async function loadSpeech(): Promise<OnDeviceSpeech> {
  return (await import('./speech/open-speech.ts')).openSpeech();
}

export async function loadRecorder(app: App, context: StoreContext): Promise<Recorder> {
  return (await import('./voice/recorder.ts')).createRecorder(app, context);
}

export async function loadReminders(): Promise<DeviceReminders> {
  return (await import('./reminders/device-reminders.ts')).createDeviceReminders();
}

/** What is done at each start that nobody waits for. */
export async function beginQuietly(app: App, context: StoreContext): Promise<void> {
  void import('./reminders/begin-reminders.ts')
    .then((reminders) => reminders.beginReminders(app))
    .catch(() => undefined);
  return (await import('./voice/tidy-recordings.ts')).tidyRecordings(app, context);
}

export async function loadContactRoutes(deviceName: string): Promise<ContactRoutes> {
  return (await import('./contact-routes.ts')).createContactRoutes(deviceName);
}

export async function share(text: string): Promise<boolean> {
  return (await import('./share-text.ts')).shareText(text);
}

export async function readClipboard(): Promise<string | undefined> {
  return (await import('./read-clipboard.ts')).readClipboard();
}

export async function locate(quietly: boolean): Promise<Located> {
  return (await import('./locate.ts')).locate(quietly);
}
