/*
 * Scripts for `page.addInitScript`: each runs in the page before the app does, and uses nothing from outside.
 * What they see is left as performance marks and in `benchPuts` and `benchSent`.
 */

declare global {
  var benchPuts: unknown[];
  var benchSent: number[];
}

/** Mark `field-focused`: the first time that an input has the focus. */
export function probeFocus(): void {
  addEventListener(
    'focusin',
    ({ target }) => {
      const isFirst = performance.getEntriesByName('field-focused').length === 0;
      if (target instanceof HTMLInputElement && isFirst) performance.mark('field-focused');
    },
    true,
  );
}

/** Mark `said-saved`: the sheet that says that somebody is saved is in the page. */
export function probeSavedSheet(): void {
  const look = new MutationObserver(() => {
    if (!document.querySelector('main h1')?.textContent?.endsWith(' is saved')) return;
    performance.mark('said-saved');
    look.disconnect();
  });
  look.observe(document, { childList: true, subtree: true });
}

/** Marks `clicked` and `tapped` (when the click came to the page, and when the finger left the glass). */
export function probeClicks(): void {
  addEventListener(
    'click',
    (event) => {
      performance.mark('clicked');
      performance.mark('tapped', { startTime: event.timeStamp });
    },
    true,
  );
}

/** Mark `durable`: a transaction that puts people is complete. `benchPuts` is what the last one wrote. */
export function probeSaves(): void {
  globalThis.benchPuts = [];
  const puts = new WeakMap<IDBTransaction, unknown[]>();
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    const { transaction } = this;
    const seen = puts.get(transaction) ?? [];
    if (seen.length === 0) {
      puts.set(transaction, seen);
      transaction.addEventListener('complete', () => {
        const isOfPeople = transaction.objectStoreNames.contains('person');
        if (!isOfPeople) return;
        performance.mark('durable');
        globalThis.benchPuts = seen;
      });
    }
    seen.push(value);
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  };
}

/**
 * Marks `online`, `sync-asked` (a sync request leaves) and `settled` (a transaction that could change the
 * outbox is complete), and bytes sent.
 */
export function probeSync(): void {
  globalThis.benchSent = [];
  addEventListener('online', () => performance.mark('online'));
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args: Parameters<typeof transaction>) {
    const made = transaction.apply(this, args);
    if (made.mode === 'readwrite' && made.objectStoreNames.contains('outbox')) {
      made.addEventListener('complete', () => performance.mark('settled'));
    }
    return made;
  };
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (String(input).endsWith('/sync')) performance.mark('sync-asked');
    const body = init?.body;
    if (body instanceof ArrayBuffer) globalThis.benchSent.push(body.byteLength);
    else if (typeof body === 'string') globalThis.benchSent.push(new Blob([body]).size);
    return send(input, init);
  };
}
