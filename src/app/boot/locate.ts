import type { Located } from '../ports/app.ts';

const patienceMs = 20_000;
/** A handshake ago one stood at the same place. */
const freshMs = 5 * 60_000;

/** Where this device is. `quietly`: only where the browser was allowed before; nobody is asked. Never rejects. */
export async function locate(quietly: boolean): Promise<Located> {
  if (navigator.geolocation === undefined) return 'unknown';
  if (quietly && !(await isAllowed())) return 'refused';
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'refused' : 'unknown'),
      { timeout: patienceMs, maximumAge: freshMs },
    );
  });
}

async function isAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}
