import { useEffect, useRef, useState } from 'react';
import sheet from '../ScanWay.module.css';
import { useCamera } from '../use-camera.ts';
import type { WayProps } from '../way.ts';
import { CardLiveView } from './CardLiveView.tsx';
import { CardReadView } from './CardReadView.tsx';
import { isSameSuggestion, listSuggestions, type Suggestion, suggestionsToContact } from './suggestions.ts';
import { useCard } from './use-card.ts';
import { useCards } from './use-cards.ts';

/** A card is photographed and read. However it is closed, its pictures and what was tapped are in the tag. */
export function CardWay({ draft, place, onRead, onClose }: WayProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cards = useCards();
  const card = useCard({ cards, draft, place });
  const isCamera = card.stage.kind === 'camera';
  const video = useRef<HTMLVideoElement>(null);
  const { camera: running, ...camera } = useCamera(isCamera && cards !== undefined, async (events) =>
    video.current === null ? undefined : cards?.startCamera(video.current, events),
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
          onKeepAll={() => {
            all.current = suggestions.filter((one) => one.isSure || isKept(one));
            close();
          }}
          onClose={close}
        />
      )}
    </dialog>
  );
}
