import * as z from 'zod/mini';
import type { StoreContext } from '../context.ts';
import { readMeta, writeMeta } from '../meta.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';

const placeSchema = z.object({ latitude: z.number(), longitude: z.number(), accuracy: z.number() });

/** WGS 84 degrees, and how exact in metres. */
export type Place = z.infer<typeof placeSchema>;

/** Where occasions are, for an agent who agreed to that on this device. It leaves the account by no way out. */
export function placeActions(context: StoreContext) {
  const { db } = context;
  const readPlace = async (occasionId: string): Promise<Place | undefined> =>
    placeSchema.safeParse((await db.occasion.get(occasionId))?.values['place']).data;
  return {
    isRemembering: async () => (await readMeta(db, 'places'))?.isOn === true,
    setRemembering: (isOn: boolean) => writeMeta(db, 'places', { isOn }),
    readPlace,
    /** The first place that was found stays. */
    rememberPlace: (occasionId: string, { latitude, longitude, accuracy }: Place) =>
      writeTogether(context, async () => {
        if ((await db.occasion.get(occasionId)) === undefined) return;
        if ((await readPlace(occasionId)) !== undefined) return;
        const values = { place: { latitude, longitude, accuracy } };
        await writeEdit(context, { table: 'occasion', id: occasionId, values, subject: '' });
      }),
  };
}
