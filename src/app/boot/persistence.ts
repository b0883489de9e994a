/** Asks the browser to keep what is stored. Undefined where the browser has no answer. */
export async function persistStorage(): Promise<boolean | undefined> {
  try {
    if (await navigator.storage?.persisted?.()) return true;
    return await navigator.storage?.persist?.();
  } catch {
    return undefined;
  }
}
