/** Services that keep a person's card on a page of theirs, by their hosts. */
const servicesByHost: Readonly<Record<string, string>> = {
  'linqapp.com': 'Linq',
  'linq.com': 'Linq',
  'popl.co': 'Popl',
  'poplme.co': 'Popl',
  'popl.ink': 'Popl',
  'hihello.com': 'HiHello',
  'hihello.me': 'HiHello',
  'hihellohq.com': 'HiHello',
  'blinq.me': 'Blinq',
  'dot.cards': 'dot.cards',
  'dotcards.net': 'dot.cards',
  'haystack.cards': 'Haystack',
  'haystackapp.io': 'Haystack',
  'thehaystackapp.com': 'Haystack',
  'v1ce.co': 'V1CE',
  'v1ce.co.uk': 'V1CE',
  'mobilo.cards': 'Mobilo',
  'mobilocard.com': 'Mobilo',
  'wavecnct.com': 'Wave',
  'wave.cards': 'Wave',
  'tapt.io': 'Tapt',
  'tapt.me': 'Tapt',
  'linktr.ee': 'Linktree',
  'beacons.ai': 'Beacons',
  'bio.link': 'Bio Link',
  'campsite.bio': 'Campsite',
  'about.me': 'about.me',
  'bio.site': 'Bio Sites',
  'switchit.com': 'Switchit',
  'camcard.com': 'CamCard',
  'knowee.net': 'Knowee',
  'uniqode.com': 'Uniqode',
  'vcard.link': 'vCard Link',
  'ovou.me': 'OVOU',
  'ovou.com': 'OVOU',
};

/** The service's name; undefined for any other host. */
export function findCardService(host: string): string | undefined {
  const labels = host.toLowerCase().split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const known = labels.slice(from).join('.');
    if (Object.hasOwn(servicesByHost, known)) return servicesByHost[known];
  }
  return undefined;
}
