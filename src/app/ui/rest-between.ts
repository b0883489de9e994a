type Next<T> = (value: T) => void;
type Fail = (error: unknown) => void;

/** As `store.watch` answers it: it tells nothing before `subscribe` has returned. */
interface Watched<T> {
  subscribe(next: Next<T>, fail?: Fail): { unsubscribe(): void };
}

/**
 * As `watched`, but after a value that `isToRest` tells, nothing is asked or told until `startRest` calls
 * back; then the value of that time is. For what would be read anew after each of many writes in a row.
 */
export function restBetween<T>(
  watched: Watched<T>,
  isToRest: (value: T) => boolean,
  /** Calls back once, after the rest; the answer cancels it. */
  startRest: (run: () => void) => () => void,
) {
  return {
    hasValue: () => false,
    subscribe(next: Next<T>, fail?: Fail): () => void {
      let cancelRest = () => {};
      let stop = listen();

      function listen(): () => void {
        const subscription = watched.subscribe((value) => {
          if (isToRest(value)) rest();
          next(value);
        }, fail);
        return () => subscription.unsubscribe();
      }

      function rest(): void {
        stop();
        cancelRest = startRest(() => {
          stop = listen();
        });
      }

      return () => {
        cancelRest();
        stop();
      };
    },
  };
}
