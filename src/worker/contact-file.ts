import { openDevice } from '../device/open-device.ts';
import { takeLeaving } from '../domain/leaving.ts';
import { personLabel, rowToPerson } from '../domain/person.ts';
import { personToCard } from '../exchange/person-to-card.ts';
import { cardToVcard } from '../exchange/vcard.ts';
import { isStoredDeleted } from '../store/stored-row.ts';

/**
 * Somebody's card as a file that a phone opens straight in its address book (RFC 2426), with or without a network.
 * Only what may leave is in it.
 */
export async function answerContactFile(personId: string): Promise<Response> {
  const { db } = openDevice(() => undefined);
  try {
    const row = await db.person.get(personId);
    if (row === undefined || isStoredDeleted(row)) return notHere();
    const values = takeLeaving({ table: 'person', values: row.values }, 'public');
    const person = rowToPerson({ id: row.id, values });
    // RFC 6266 and RFC 8187: what is no letter or digit is encoded.
    const name = encodeURIComponent(`${personLabel(person)}.vcf`).replace(/['()*]/g, '_');
    return new Response(cardToVcard(personToCard(person)), {
      headers: {
        'content-type': 'text/vcard; charset=utf-8',
        'content-disposition': `inline; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
      },
    });
  } catch {
    return notHere();
  } finally {
    db.close();
  }
}

function notHere(): Response {
  return new Response('This person is not on this phone.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
