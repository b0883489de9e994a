/** An extension, as people write it behind a number: "ext 12", "x12", "#12", or pauses as a phone dials them. */
const extension = /(?:\b(?:extension|ext|durchwahl|poste|anexo)\.?|\bx|[#;,])\s*\d{1,8}\s*$/i;

export function hasExtension(typed: string): boolean {
  return extension.test(typed);
}

/**
 * A number as it goes out: in E.164 form, which every phone dials, or as it was typed where that has an extension,
 * which E.164 has no place for.
 */
export function numberToGive({ typed, e164 }: { readonly typed: string; readonly e164?: string }): string {
  return e164 === undefined || hasExtension(typed) ? typed : e164;
}
