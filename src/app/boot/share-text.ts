/** Hands a text to the phone's own sharing, or to the clipboard. False when neither would take it. */
export async function shareText(text: string): Promise<boolean> {
  try {
    if ('share' in navigator) await navigator.share({ text });
    else await writeClipboard(text);
    return true;
  } catch (error) {
    // The person closed the sheet: they know.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** There is no clipboard on a page without https. */
async function writeClipboard(text: string): Promise<void> {
  if (navigator.clipboard === undefined) throw new Error('No clipboard');
  await navigator.clipboard.writeText(text);
}
