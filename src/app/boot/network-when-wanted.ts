import type { ContactDatabase } from '../ports/contact-database.ts';
import type { AppFiles } from '../ports/files.ts';
import type { Network, NetworkParts } from './network.ts';
import { startTimer } from './start-timer.ts';

const tryAgainMs = 30_000;

/** The same as `createNetwork`, whose code is off the first screen's path: of what is saved, only pictures wait for it. */
export function networkWhenWanted(parts: NetworkParts): Network {
  let created: Promise<Network> | undefined;
  const open = () => {
    created ??= import('./network.ts')
      .then(({ createNetwork }) => createNetwork(parts))
      .catch((error) => {
        // It did not arrive; who wants it next asks again.
        created = undefined;
        throw error;
      });
    return created;
  };
  const withNetwork = <T>(work: (network: Network) => Promise<T>, otherwise: T) =>
    open().then(work, () => otherwise);
  const unreachable = { kind: 'unreachable' } as const;
  let cancelRetry = () => {};
  const requestSync = (): void => {
    open().then(
      (network) => network.requestSync(),
      () => {
        parts.onOutcome(unreachable);
        cancelRetry();
        cancelRetry = startTimer(requestSync, tryAgainMs);
      },
    );
  };
  const contactDatabase: ContactDatabase = {
    readHealth: () => withNetwork((network) => network.contactDatabase.readHealth(), unreachable),
    claim: (request) => withNetwork((network) => network.contactDatabase.claim(request), unreachable),
    signIn: (request) => withNetwork((network) => network.contactDatabase.signIn(request), unreachable),
    ask: (question) => withNetwork((network) => network.contactDatabase.ask(question), unreachable),
    signOut: () => withNetwork((network) => network.contactDatabase.signOut(), unreachable),
  };
  const noRoom = { freedBytes: 0, lost: 0, isAsked: false };
  const files: AppFiles = {
    add: (personId, file) => withNetwork((network) => network.files.add(personId, file), 'failed'),
    load: (id) => withNetwork((network) => network.files.load(id), 'failed'),
    makeRoom: () => withNetwork((network) => network.files.makeRoom(), noRoom),
    keepWithinQuota: () => withNetwork((network) => network.files.keepWithinQuota(), undefined),
  };
  return {
    contactDatabase,
    files,
    requestSync,
    breakOff: (ms) => void created?.then((network) => network.breakOff(ms)).catch(() => undefined),
    stopListening: () => void created?.then((network) => network.stopListening()).catch(() => undefined),
  };
}
