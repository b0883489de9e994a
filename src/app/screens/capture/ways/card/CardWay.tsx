import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SeenCard } from '../../../../ports/cards.ts';
import { useApp } from '../../../../ui/use-app.ts';
import { loadSaveAtOnce } from '../load-save-at-once.ts';
import sheet from '../ScanWay.module.css';
import { useCamera } from '../use-camera.ts';
import type { WayProps } from '../way.ts';
import { CardLiveView } from './CardLiveView.tsx';
import { CardReadView } from './CardReadView.tsx';
import {
  isSameSuggestion,
  listSuggestions,
  type Suggestion,
  savableName,
  suggestionsToContact,
} from './suggestions.ts';
import { useCard } from './use-card.ts';
import { useCards } from './use-cards.ts';

/**
 * A card is photographed and read. However it is closed, its pictures and what was tapped are in the tag; one that
 * says enough is saved from here, by who has seen what was read.
 */
export function CardWay({ draft, place, onRead, onSaved, onClose }: WayProps) {
  const app = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const cards = useCards();
  const card = useCard({ cards, draft, place });
  const isCamera = card.stage.kind === 'camera';
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<SeenCard>();
  const onCard = (now: SeenCard | undefined) => setSeen(now);
  // A tag that is not read yet may hold pictures: the shutter's own button waits for it too.
  const onPicture = useEffectEvent((picture: Blob) => {
    if (draft.isLoaded) void card.take(picture);
  });
  const { camera: running, ...camera } = useCamera(isCamera && cards !== undefined, async (events) =>
    video.current === null
      ? undefined
      : // Not for the back: the front still lies there.
        cards?.startCamera(video.current, {
          ...events,
          ...(card.sides.length === 0 && { onCard, onPicture: (picture: Blob) => onPicture(picture) }),
        }),
  );
  const [kept, setKept] = useState<readonly Suggestion[]>([]);
  const all = useRef<readonly Suggestion[]>(undefined);
  useEffect(() => dialog.current?.showModal(), []);
  const suggestions = listSuggestions(card.contacts, kept);
  const isKept = (one: Suggestion) => kept.some((other) => isSameSuggestion(one, other));
  const close = () => dialog.current?.close();
  const end = () => {
    const wanted = all.current ?? suggestions.filter(isKept);
    if (wanted.length > 0) onRead(suggestionsToContact(wanted), 'from the card');
    onClose();
  };
  const sure = suggestions.filter((one) => one.isSure || isKept(one));
  const keepAll = () => {
    all.current = sure;
    close();
  };
  const [isSaving, setIsSaving] = useState(false);
  const save = async () => {
    setIsSaving(true);
    const [saveAtOnce] = await Promise.all([loadSaveAtOnce(), card.settle()]);
    const saved = await saveAtOnce?.(app, draft, suggestionsToContact(sure), { mine: ['files'] });
    if (saved !== undefined) return onSaved(saved.personId);
    // Somebody known, or a phone without room: the tag says so.
    setIsSaving(false);
    keepAll();
  };
  useEffect(() => {
    if (!isCamera) void loadSaveAtOnce();
  }, [isCamera]);
  const isLive = isCamera && (camera.state === 'starting' || camera.state === 'watching');
  return (
    <dialog
      ref={dialog}
      className={sheet.sheet}
      data-live={isLive || undefined}
      aria-labelledby="card-title"
      onClose={end}
    >
      {card.stage.kind === 'camera' ? (
        <CardLiveView
          cards={cards}
          camera={camera}
          takePicture={async () => running.current?.takePicture()}
          seen={card.sides.length === 0 ? seen : undefined}
          isWatching={card.sides.length === 0}
          video={video}
          isLive={isLive}
          isReady={draft.isLoaded}
          title={card.sides.length === 0 ? 'Card' : 'Back'}
          onPicture={(picture, aim) => void card.take(picture, aim)}
          onClose={close}
        />
      ) : (
        <CardReadView
          card={card}
          reading={card.stage}
          suggestions={suggestions}
          isKept={isKept}
          onToggle={(one) =>
            setKept(isKept(one) ? kept.filter((other) => !isSameSuggestion(one, other)) : [...kept, one])
          }
          savable={isSaving ? undefined : savableName(sure, draft.fields)}
          onSave={() => void save()}
          onKeepAll={keepAll}
          onClose={close}
        />
      )}
    </dialog>
  );
}
