/** What an event says beside whom or what it is about. */
export interface EventFacts {
  /** Of the app: `https://people.example`. */
  readonly origin: string;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
}
