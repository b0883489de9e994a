import { connect, createServer, type Socket } from 'node:net';

export interface ByteCounter {
  /** Reaches the server, through this. */
  readonly url: string;
  /** Since the last call. */
  take(): { readonly bytesUp: number; readonly bytesDown: number };
  close(): void;
}

/** Stands before a server on this machine and counts what goes through the socket, the same for each server. */
export async function countBytes(serverUrl: string): Promise<ByteCounter> {
  const target = new URL(serverUrl);
  const open = new Set<Socket>();
  let bytesUp = 0;
  let bytesDown = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    client.setNoDelay(true).on('data', (part) => {
      bytesUp += part.length;
    });
    upstream.setNoDelay(true).on('data', (part) => {
      bytesDown += part.length;
    });
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Listening on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    take() {
      const taken = { bytesUp, bytesDown };
      bytesUp = 0;
      bytesDown = 0;
      return taken;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
