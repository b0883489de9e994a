/** As much of the browser's Cache as is used; addresses of this origin. `room` is how many bytes it takes. */
export function fakeCache(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const unused = () => Promise.reject(new Error('Nothing here asks for that'));
  const cache: Cache = {
    add: unused,
    addAll: unused,
    matchAll: unused,
    match: async (address) => {
      const bytes = kept.get(String(address));
      return bytes === undefined ? undefined : new Response(bytes);
    },
    put: async (address, response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const taken = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
      if (taken + bytes.length > room) throw new DOMException('No room', 'QuotaExceededError');
      kept.set(String(address), bytes);
    },
    delete: async (address) => kept.delete(String(address)),
    keys: async () => [...kept.keys()].map((address) => new Request(`https://justmet.test${address}`)),
  };
  return { kept, cache };
}
