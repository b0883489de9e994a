import { Resolver } from 'node:dns/promises';
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net';

/**
 * Addresses that are nobody's on the open internet (IANA special-purpose registries, RFC 6890). Of IPv6, 2000::/3 alone
 * is given out; what carries an IPv4 address within is left out as well.
 */
const closedNetworks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
const closedWithinOpen: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, bits] of closedNetworks) closed.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of closedWithinOpen) closed.addSubnet(network, bits, 'ipv6');
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  return isIP(address) === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/**
 * Whether a reminder may be sent to that address: HTTPS on its own port, on the open internet as far as its name
 * tells, or an origin that the one who runs the server has named.
 */
export function mayPushTo(endpoint: string, also: readonly string[]): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  if (also.includes(url.origin)) return true;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes('.') && !/\.(localhost|local|internal|home\.arpa|onion)$/.test(host);
}

const resolver = new Resolver({ timeout: 2_000, tries: 2 });

/**
 * What a name stands for, public addresses alone, asked anew for each connection: a name may be pointed elsewhere after
 * it was checked. The system's own look-up would hold one of the few threads that files need, for as long as a name
 * server is silent.
 */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  void Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]).then((answers) => {
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    const addresses = found.filter(isPublicAddress).map((address) => ({ address, family: isIP(address) }));
    const [first] = addresses;
    if (first === undefined) {
      callback(Object.assign(new Error('No public address'), { code: 'ENOTFOUND' }), '', 0);
    } else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
