/** What a person waits for: the form with its focus, the camera's first picture, and what a card says. */
export type Sight = 'form' | 'camera' | 'answer';

/** Runs in the page, before anything else: a mark for each sight, after the frame that first showed it. */
export function probeSights(): void {
  const isThere: Record<Exclude<Sight, 'camera'>, () => boolean> = {
    form: () => document.activeElement instanceof HTMLInputElement,
    answer: () =>
      [...document.querySelectorAll('dialog[open] button')].some(
        (button) => button.textContent?.startsWith('Save ') === true,
      ),
  };
  const marked = new Set<string>();
  const mark = (sight: string) => {
    if (marked.has(sight)) return;
    marked.add(sight);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark(`sight ${sight}`);
      port2.postMessage(undefined);
    });
  };
  const look = () => {
    for (const [sight, is] of Object.entries(isThere)) if (is()) mark(sight);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  addEventListener('focusin', look);
  addEventListener('loadeddata', () => mark('camera'), true);
}

/** Runs in the page: for how many ms it has been in sight; waits until it is. */
export async function readAge(sight: Sight): Promise<number> {
  for (;;) {
    const mark = performance.getEntriesByName(`sight ${sight}`)[0];
    if (mark !== undefined) return performance.now() - mark.startTime;
    await new Promise(requestAnimationFrame);
  }
}
