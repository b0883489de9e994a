/** As much of the browser's Cache as is used; addresses of this origin. `room` is how many bytes it takes. */
export function fakeCache(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const cache = {
    match: async (address: string) => {
      const bytes = kept.get(address);
      return bytes === undefined ? undefined : new Response(bytes);
    },
    put: async (address: string, response: Response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const taken = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
      if (taken + bytes.length > room) throw new DOMException('No room', 'QuotaExceededError');
      kept.set(address, bytes);
    },
    delete: async (address: string) => kept.delete(address),
    keys: async () => [...kept.keys()].map((address) => new Request(`https://justmet.test${address}`)),
  };
  // As much of it as is asked for here.
  return { kept, cache: cache as unknown as Cache };
}
