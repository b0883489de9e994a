import { useEffect, useRef, useState } from 'react';
import type { Corners } from '../../../../../exchange/card/picture.ts';
import type { CardContact } from '../../../../../exchange/card/words-to-contact.ts';
import type { CardOutcome, CardPlace, Cards } from '../../../../ports/cards.ts';
import { useApp } from '../../../../ui/use-app.ts';
import type { DraftHandle } from '../../../../ui/use-draft.ts';
import { withPlace } from '../../fill-fields.ts';
import { type Aim, aimToCorners, type Size } from './corners.ts';
import { keepPicture, withPicture } from './keep-picture.ts';

/** One side of a card. */
export interface Side {
  readonly picture: Blob;
  /** With the id of the draft's picture, when it is on disk; with undefined where the phone had no room. */
  readonly kept: Promise<string | undefined>;
  /** Undefined while that is under way. */
  readonly isStored: boolean | undefined;
  readonly aim: Aim | undefined;
  /** Known once the card was looked for. */
  readonly place: { readonly corners: Corners; readonly size: Size; readonly isMoved: boolean } | undefined;
  readonly contact: CardContact | undefined;
}

export type Reading =
  | { readonly kind: 'fetching' | 'reading'; readonly done: number }
  | { readonly kind: 'read' | 'nothing' | 'missing-parts' | 'cancelled' };

/** `camera` while a side is photographed; otherwise what became of the last one. */
export type Stage = { readonly kind: 'camera' } | Reading;

interface CardUse {
  readonly cards: Cards | undefined;
  readonly draft: DraftHandle;
  readonly place: string;
}

/** Keeps each side's picture with the tag at once, and reads it. */
export function useCard({ cards, draft, place }: CardUse) {
  const app = useApp();
  const [stage, setStage] = useState<Stage>({ kind: 'camera' });
  const [sides, setSides] = useState<readonly Side[]>([]);
  const reading = useRef<AbortController>(undefined);
  // A picture may be on its way when the dialog is closed: it is kept all the same.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      reading.current?.abort();
    };
  }, []);

  const last = sides.at(-1);
  const changeLast = (change: (side: Side) => Side) =>
    setSides((all) => all.map((side, index) => (index === all.length - 1 ? change(side) : side)));

  const keep = (picture: Blob, instead?: string): Pick<Side, 'picture' | 'kept' | 'isStored'> => {
    const put = async () => {
      const fileId = await keepPicture(app, picture);
      setSides((all) =>
        all.map((side) => (side.picture === picture ? { ...side, isStored: fileId !== undefined } : side)),
      );
      if (fileId === undefined) return undefined;
      const { current } = latest;
      current.replaceFields(withPlace(withPicture(current.fields, fileId, instead), place));
      return fileId;
    };
    return { picture, kept: put(), isStored: undefined };
  };

  const read = async (side: Side, corners?: Corners) => {
    if (cards === undefined || isGone.current) return;
    reading.current?.abort();
    const mine = new AbortController();
    reading.current = mine;
    const isMine = () => reading.current === mine;
    setStage({ kind: 'reading', done: 0 });
    const outcome = await cards.read(side.picture, {
      region: await app.readRegion(),
      signal: mine.signal,
      ...(corners !== undefined && { corners }),
      onProgress: (kind, done) => isMine() && !mine.signal.aborted && setStage({ kind, done }),
      onFound: (found, { width, height }) =>
        isMine() && changeLast((one) => ({ ...one, place: toPlace(one, found, { width, height }) })),
    });
    if (!isMine()) return;
    if (outcome.kind === 'read') changeLast((one) => ({ ...one, contact: outcome }));
    setStage({ kind: kindOf(outcome) });
  };

  return {
    stage,
    sides,
    last,
    contacts: sides.flatMap(({ contact }) => contact ?? []),
    /** A side that was just photographed, or a picture that was chosen. */
    async take(picture: Blob, aim?: Aim) {
      const side: Side = { ...keep(picture), aim, place: undefined, contact: undefined };
      setSides((all) => [...all, side]);
      // Beside each other, as both take a while.
      await Promise.all([side.kept, read(side)]);
    },
    /** Resolves when what was photographed is on disk, or there was no room for it. */
    settle: () => Promise.all(sides.map(({ kept }) => kept)),
    takeAnother: () => setStage({ kind: 'camera' }),
    cancel: () => reading.current?.abort(),
    moveCorners: (corners: Corners) =>
      changeLast((one) =>
        one.place === undefined ? one : { ...one, place: { ...one.place, corners, isMoved: true } },
      ),
    async readAgain() {
      if (last === undefined) return;
      await read(last, last.place?.corners);
    },
    async turn() {
      const picture = last === undefined ? undefined : await cards?.toPicture(last.picture, 1);
      if (last === undefined || picture === undefined) return;
      const turned: Side = {
        ...last,
        ...keep(picture, await last.kept),
        aim: undefined,
        place: undefined,
      };
      changeLast(() => turned);
      await Promise.all([turned.kept, read(turned)]);
    },
  };
}

/** Where no card was found it lay in the frame, most likely. What somebody moved stays. */
function toPlace({ aim, place }: Side, { corners, sure }: CardPlace, size: Size): Side['place'] {
  if (place?.isMoved === true) return place;
  const isLost = sure === 0 && aim !== undefined;
  return { corners: isLost ? aimToCorners(aim, size) : corners, size, isMoved: false };
}

function kindOf(outcome: CardOutcome): Exclude<Reading, { readonly done: number }>['kind'] {
  if (outcome.kind === 'failed') return 'nothing';
  if (outcome.kind !== 'read') return outcome.kind;
  const { phones, emails, handles, addresses, ...texts } = outcome.reading;
  const count = [phones, emails, handles, addresses].flat().length;
  return count === 0 && Object.values(texts).every((text) => text === '') ? 'nothing' : 'read';
}
