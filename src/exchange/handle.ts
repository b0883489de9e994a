import { maxLineLength } from '../domain/limits.ts';

export interface HandleReading {
  /** The network's name as people say it: "Instagram". Absent when it cannot be told. */
  readonly network?: string;
  /** The page to follow, https. */
  readonly url?: string;
}

interface Network {
  readonly name: string;
  readonly hosts: readonly string[];
  /** What people type before a handle: "ig dana". */
  readonly words: readonly string[];
  /** The page's address without the handle; absent where no handle leads to a page. */
  readonly page?: string;
}

const networks: readonly Network[] = [
  {
    name: 'Instagram',
    hosts: ['instagram.com', 'instagr.am'],
    words: ['instagram', 'insta', 'ig'],
    page: 'https://www.instagram.com/',
  },
  {
    name: 'LinkedIn',
    hosts: ['linkedin.com', 'lnkd.in'],
    words: ['linkedin', 'li'],
    page: 'https://www.linkedin.com/in/',
  },
  {
    name: 'Facebook',
    hosts: ['facebook.com', 'fb.com', 'fb.me'],
    words: ['facebook', 'fb'],
    page: 'https://www.facebook.com/',
  },
  { name: 'TikTok', hosts: ['tiktok.com'], words: ['tiktok', 'tt'], page: 'https://www.tiktok.com/@' },
  { name: 'X', hosts: ['x.com', 'twitter.com'], words: ['x', 'twitter'], page: 'https://x.com/' },
  {
    name: 'Threads',
    hosts: ['threads.net', 'threads.com'],
    words: ['threads'],
    page: 'https://www.threads.net/@',
  },
  {
    name: 'YouTube',
    hosts: ['youtube.com', 'youtu.be'],
    words: ['youtube', 'yt'],
    page: 'https://www.youtube.com/@',
  },
  {
    name: 'Snapchat',
    hosts: ['snapchat.com'],
    words: ['snapchat', 'snap'],
    page: 'https://www.snapchat.com/add/',
  },
  { name: 'WhatsApp', hosts: ['wa.me', 'whatsapp.com'], words: ['whatsapp'], page: 'https://wa.me/' },
  { name: 'Telegram', hosts: ['t.me', 'telegram.me'], words: ['telegram'], page: 'https://t.me/' },
  { name: 'Nextdoor', hosts: ['nextdoor.com'], words: ['nextdoor'] },
];

const networksByWord: ReadonlyMap<string, Network> = new Map(
  networks.flatMap((network) => network.words.map((word) => [word, network] as const)),
);

/** `dana.smith` is a handle and `smithroofing.com` a site: without a path or a scheme the ending tells. */
const siteEndings = new Set(
  'com net org info biz us uk ca au de fr es it nl eu io co me app dev site online shop store homes house realtor realty'.split(
    ' ',
  ),
);

/** Reads a link (`instagram.com/dana`) or a network and a handle (`ig @dana`). What was typed stays as it is. */
export function readHandle(typed: string): HandleReading {
  const text = typed.trim();
  const { url, ...reading } = readLink(text) ?? readWords(text) ?? {};
  return url === undefined || url.length > maxLineLength ? reading : { ...reading, url };
}

function readLink(text: string): HandleReading | undefined {
  const link = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})((?:[/?#]\S*)?)$/i.exec(text);
  const host = link?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const rest = link?.[2] ?? '';
  const url = `https://${host}${rest}`;
  const network = networks.find(({ hosts }) =>
    hosts.some((known) => host === known || host.endsWith(`.${known}`)),
  );
  if (network !== undefined) return { network: network.name, url };
  const isPlain = rest !== '' || /^https?:|^www\./i.test(text);
  return isPlain || siteEndings.has(host.slice(host.lastIndexOf('.') + 1)) ? { url } : undefined;
}

function readWords(text: string): HandleReading | undefined {
  const words = /^([a-z]+)\s*[:/\s]\s*@?([\w.-]+)$/i.exec(text);
  const network = findNetwork(words?.[1] ?? '');
  if (network === undefined) return undefined;
  const { name, page } = network;
  return page === undefined
    ? { network: name }
    : { network: name, url: page + encodeURIComponent(words?.[2] ?? '') };
}

/** The network that people mean by a word: "Instagram" by "ig". */
export function wordToNetwork(word: string): string | undefined {
  return findNetwork(word)?.name;
}

function findNetwork(word: string): Network | undefined {
  return networksByWord.get(word.toLowerCase());
}
