import { useEffect, useEffectEvent } from 'react';
import { useApp } from '../../../ui/use-app.ts';
import type { WayProps } from './way.ts';

/** Reads the clipboard; where that is not allowed, the line is open to paste into. */
export function PasteWay({ onLine, onClose }: WayProps) {
  const { toast, readClipboard } = useApp();
  const paste = useEffectEvent(async () => {
    const text = await readClipboard();
    if (text === undefined) toast.set({ words: 'Paste it into the line: press and hold.' });
    else if (text.trim() === '') toast.set({ words: 'There is no text to paste.' });
    onLine(text ?? '');
    onClose();
  });
  useEffect(() => void paste(), []);
  return null;
}
