import * as z from 'zod/mini';
import {
  pushKeyPath,
  pushKeySchema,
  pushSubscriptionPath,
  pushSubscriptionSchema,
} from '../protocol/push.ts';
import { sendHttp } from './http.ts';

/**
 * Has this browser's push service take reminders for it, and tells the contact database where. One that was made with
 * another database's key is made anew. Rejects where the push service does not answer.
 */
export async function subscribeToPush({ pushManager }: ServiceWorkerRegistration): Promise<boolean> {
  const asked = await sendHttp({ method: 'GET', path: pushKeyPath, schema: pushKeySchema });
  if (asked.kind !== 'ok') return false;
  const key = base64urlToBytes(asked.value.publicKey);
  const known = await pushManager.getSubscription();
  const isOurs = known !== null && isSame(known.options.applicationServerKey, key);
  if (known !== null && !isOurs) await known.unsubscribe();
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = isOurs ? known : await pushManager.subscribe(options);
  const { endpoint, keys } = subscription.toJSON();
  const body = pushSubscriptionSchema.safeParse({ endpoint, keys });
  if (!body.success) return false;
  const told = await sendHttp({
    method: 'PUT',
    path: pushSubscriptionPath,
    body: body.data,
    schema: z.undefined(),
  });
  return told.kind === 'ok';
}

export async function unsubscribeFromPush({ pushManager }: ServiceWorkerRegistration): Promise<void> {
  await sendHttp({ method: 'DELETE', path: pushSubscriptionPath, schema: z.undefined() });
  await (await pushManager.getSubscription())?.unsubscribe();
}

function base64urlToBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function isSame(one: ArrayBuffer | null, other: Uint8Array): boolean {
  const bytes = new Uint8Array(one ?? new ArrayBuffer(0));
  return bytes.length === other.length && bytes.every((byte, place) => byte === other[place]);
}
