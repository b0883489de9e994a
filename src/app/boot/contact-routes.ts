import type { ContactRoute, ContactRoutes } from '../ports/contact-routes.ts';

interface Browser {
  readonly device: string;
  /** A service worker answers for this page. */
  readonly hasWorker: boolean;
  readonly canShare: boolean;
}

/** `device`: as `deviceNameOf` says it. */
export function createContactRoutes(device: string): ContactRoutes {
  const canShare = canShareFile(new File([], 'Somebody.vcf', { type: 'text/vcard' }));
  const hasWorker = Boolean(navigator.serviceWorker?.controller);
  return {
    order: listRoutes({ device, hasWorker, canShare }),
    // Windows passes 2,083 characters to another program, phones far more.
    maxMailLength: /iP|Android/.test(device) ? 16_000 : 2_000,
    canShare: canShareFile,
    async share(file) {
      try {
        await navigator.share({ files: [file] });
        return true;
      } catch (error) {
        // The person closed the sheet: they know.
        return error instanceof DOMException && error.name === 'AbortError';
      }
    },
  };
}

/**
 * iOS opens a preview of what is sent as `text/vcard`, and of a link that is the card itself; Android's address
 * book opens a file that was downloaded, as a computer's does.
 */
export function listRoutes({ device, hasWorker, canShare }: Browser): readonly ContactRoute[] {
  const address: ContactRoute[] = hasWorker ? ['address'] : [];
  const share: ContactRoute[] = canShare ? ['share'] : [];
  if (/^iP/.test(device)) return [...address, 'link', ...share, 'file'];
  if (/^Android/.test(device)) return ['file', ...address, ...share];
  return ['file', ...share];
}

function canShareFile(file: File): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [file] });
}
