import { readHandle } from './handle.ts';

export interface ProfileLink {
  readonly network: string;
  /** The page to follow, https, without what tells where it was shared from. */
  readonly url: string;
}

interface ProfileShape {
  readonly host: string;
  /** Paths of people's and companies' pages, without query and closing slash. Others are posts, searches and the like. */
  readonly paths: readonly RegExp[];
  /** Queries that name the person. */
  readonly queries?: readonly string[];
}

const shapes: Readonly<Record<string, ProfileShape>> = {
  Instagram: {
    host: 'www.instagram.com',
    paths: [/^\/(?!(?:p|reel|reels|explore|accounts|stories|tv|direct|about|legal|s|web)(?:\/|$))[\w.]+$/],
  },
  LinkedIn: {
    host: 'www.linkedin.com',
    paths: [/^\/(?:in|company|school|showcase)\/[^/]+$/, /^\/pub\/.+$/],
  },
  Facebook: {
    host: 'www.facebook.com',
    paths: [
      /^\/(?!(?:sharer|share|groups|events|watch|marketplace|login|photo|reel|story|stories|help|pages|people|hashtag|dialog|gaming|plugins|permalink)(?:\.php)?(?:\/|$))[\w.-]+$/,
      /^\/(?:people|pages)\/[^/]+\/\d+$/,
      /^\/share\/[\w-]+$/,
      /^\/profile\.php$/,
    ],
    queries: ['id'],
  },
  TikTok: { host: 'www.tiktok.com', paths: [/^\/@[\w.-]+$/] },
  X: {
    host: 'x.com',
    paths: [/^\/(?!(?:i|home|search|intent|share|hashtag|explore|settings|login|messages)$)\w+$/],
  },
  Threads: { host: 'www.threads.net', paths: [/^\/@[\w.]+$/] },
  YouTube: {
    host: 'www.youtube.com',
    paths: [/^\/@[^/]+$/, /^\/(?:c|channel|user)\/[^/]+$/],
  },
  Snapchat: { host: 'www.snapchat.com', paths: [/^\/(?:add|@)\/?[\w.-]+$/] },
  WhatsApp: { host: 'wa.me', paths: [/^\/\+?\d+$/, /^\/(?:qr|message)\/\w+$/] },
  Telegram: {
    host: 't.me',
    paths: [/^\/(?!(?:joinchat|share|addstickers|proxy|s)(?:\/|$))\w+$/, /^\/\+\d+$/],
  },
  Nextdoor: { host: 'nextdoor.com', paths: [/^\/(?:profile|pages|agency)\/[\w-]+$/] },
};

/** Short addresses that only the network itself can read stay as they are. */
const shortHosts = ['lnkd.in', 'fb.me', 'm.me', 'vm.tiktok.com', 'vt.tiktok.com', 'youtu.be', 'instagr.am'];

/** Links that open an app instead of a page. */
const appLinks: readonly (readonly [RegExp, string])[] = [
  [/^instagram:\/\/user\?(?:.*&)?username=([\w.]+)/i, 'https://www.instagram.com/$1'],
  [/^(?:twitter|x):\/\/user\?(?:.*&)?screen_name=(\w+)/i, 'https://x.com/$1'],
  [/^fb:\/\/(?:profile|page)\/(\d+)/i, 'https://www.facebook.com/profile.php?id=$1'],
  [/^linkedin:\/\/(?:in|profile)\/([\w-]+)/i, 'https://www.linkedin.com/in/$1'],
  [/^snapchat:\/\/add\/([\w.-]+)/i, 'https://www.snapchat.com/add/$1'],
  [/^tg:\/\/resolve\?(?:.*&)?domain=(\w+)/i, 'https://t.me/$1'],
  [/^whatsapp:\/\/send\/?\?(?:.*&)?phone=\+?(\d+)/i, 'https://wa.me/$1'],
  [/^https?:\/\/(?:api|web)\.whatsapp\.com\/send\/?\?(?:.*&)?phone=\+?(\d+)/i, 'https://wa.me/$1'],
  [
    /^https?:\/\/(?:www\.)?(?:x|twitter)\.com\/intent\/(?:user|follow)\?(?:.*&)?screen_name=(\w+)/i,
    'https://x.com/$1',
  ],
  [/^https?:\/\/(?:www\.)?instagram\.com\/_u\/([\w.]+)/i, 'https://www.instagram.com/$1'],
];

/**
 * The page to follow of a link, an app's own link or a network and a handle. Undefined for what is no person's or
 * company's page on a known network, as a link to one post.
 */
export function readProfileLink(typed: string): ProfileLink | undefined {
  const { network, url } = readHandle(appLinkToUrl(typed.trim()));
  if (network === undefined || url === undefined) return undefined;
  const parts = /^https:\/\/([^/?#]+)([^?#]*)\??([^#]*)/.exec(url);
  const host = parts?.[1] ?? '';
  const path = (parts?.[2] ?? '').replace(/\/+$/, '');
  const query = parts?.[3] ?? '';
  if (shortHosts.includes(host)) return path === '' ? undefined : { network, url: `https://${host}${path}` };
  const shape = shapes[network];
  if (shape === undefined || !shape.paths.some((known) => known.test(path))) return undefined;
  const kept = query.split('&').filter((one) => shape.queries?.includes(one.split('=')[0] ?? ''));
  if (path === '/profile.php' && kept.length === 0) return undefined;
  const page = `https://${shape.host}${path}`;
  return { network, url: path === '/profile.php' ? `${page}?${kept.join('&')}` : page };
}

function appLinkToUrl(text: string): string {
  for (const [pattern, page] of appLinks) {
    const found = pattern.exec(text);
    if (found !== null) return page.replace('$1', () => found[1] ?? '');
  }
  return text;
}
