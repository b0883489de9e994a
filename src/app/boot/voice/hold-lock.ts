export interface HeldLock {
  readonly name: string;
  release(): void;
}

/** A lock (Web Locks) that lives as long as this tab, or until it is released: others see by it that the tab is alive. */
export async function holdLock(): Promise<HeldLock> {
  const name = `recording/${crypto.randomUUID()}`;
  // Absent in old browsers: there a recording lives for as long as pieces of it come (list-left-over.ts).
  if (navigator.locks === undefined) return { name, release: () => undefined };
  let release: () => void = () => undefined;
  await new Promise<void>((isHeld) => {
    void navigator.locks.request(name, () => {
      isHeld();
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
  });
  return { name, release: () => release() };
}
