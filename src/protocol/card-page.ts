/** The public page of a card: for people without account or app, so it answers with pages, not JSON. */
export const cardPath = '/c/:token';
export const cardSentPath = `${cardPath}/sent`;
export const cardFilePath = `${cardPath}/card.vcf`;

export function pathOfCard(
  path: typeof cardPath | typeof cardSentPath | typeof cardFilePath,
  token: string,
): string {
  return path.replace(':token', token);
}
