import * as z from 'zod/mini';
import { thisDevicePath } from '../../../protocol/devices.ts';
import type { App } from '../../ports/app.ts';

/** Says which device has just signed in; the first sync says it too, without the name. */
export async function introduceDevice({ store, contactDatabase, deviceName }: App): Promise<void> {
  const device = await store.readDeviceId().catch(() => undefined);
  if (device === undefined) return;
  const body = { device, name: deviceName };
  await contactDatabase.ask({ method: 'PUT', path: thisDevicePath, body, schema: z.undefined() });
}
