const pattern = /^\/contact-file\/([0-9a-f-]{36})\.vcf$/;

/** Where the service worker answers with somebody's card, from this device's own database. */
export const contactFilePath = (personId: string) => `/contact-file/${personId}.vcf`;

/** Undefined for every other path. */
export function readContactFilePath(path: string): string | undefined {
  return pattern.exec(path)?.[1];
}
