import { type RefObject, useEffect } from 'react';

const mark = 'handedOver';

/**
 * Shows a dialog that neither Escape nor the browser's way back closes. What the tab is called says nothing of the
 * page behind it. Gone with the component.
 */
export function useNoWayOut(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const shown = dialog.current;
    if (shown === null) return;
    const open = () => {
      if (shown.isConnected && !shown.open) shown.showModal();
    };
    const stay = (event: Event) => event.preventDefault();
    // A second wish to close is not asked about (HTML, close watchers).
    const openAgain = () => queueMicrotask(open);
    const ignoreEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.preventDefault();
    };
    shown.addEventListener('cancel', stay);
    shown.addEventListener('close', openAgain);
    addEventListener('keydown', ignoreEscape, true);
    open();
    const giveTitleBack = hideTitle();
    const giveHistoryBack = catchWayBack();
    return () => {
      shown.removeEventListener('cancel', stay);
      shown.removeEventListener('close', openAgain);
      removeEventListener('keydown', ignoreEscape, true);
      giveTitleBack();
      giveHistoryBack();
    };
  }, [dialog]);
}

function hideTitle(): () => void {
  const before = document.title;
  document.title = 'Justmet';
  return () => {
    document.title = before;
  };
}

/** One entry more in the history, which the way back uses up and which is made anew. */
function catchWayBack(): () => void {
  const here = location.href;
  const isMarked = () => {
    const state: unknown = history.state;
    return typeof state === 'object' && state !== null && mark in state;
  };
  const stayHere = () => {
    if (!isMarked()) history.pushState({ [mark]: true }, '', here);
  };
  const catchBack = (event: PopStateEvent) => {
    // The router must not hear of it: it would take this screen away.
    event.stopImmediatePropagation();
    stayHere();
  };
  stayHere();
  addEventListener('popstate', catchBack, true);
  return () => {
    removeEventListener('popstate', catchBack, true);
    if (isMarked()) history.back();
  };
}
