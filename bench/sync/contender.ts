import type { MadePeople } from '../harness/make-people.ts';

export interface Moved {
  readonly ms: number;
  /** At the server's socket, headers and all. */
  readonly bytesUp: number;
  readonly bytesDown: number;
}

/** One system of the comparison: a page and a server, with a browser profile of its own each time. */
export interface Contender {
  readonly name: string;
  /** Pushes all people to a new server, then pulls them into a new profile. Throws when one is missing. */
  run(made: MadePeople): Promise<{ readonly push: Moved; readonly pull: Moved }>;
}
