import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Spreader {
  readonly url: string;
  /** Which servers get connections from now on, in turn. */
  sendTo(urls: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * A proxy in front of servers: each connection goes to the next of them, and to the one after it where that one
 * does not answer. What breaks behind it breaks before it.
 */
export async function spreadRequests(urls: readonly string[]): Promise<Spreader> {
  let targets = urls;
  let next = 0;
  const sockets = new Set<Socket>();

  function join(client: Socket, left: number): void {
    const target = new URL(targets[next++ % targets.length] ?? '');
    const server = connect(Number(target.port), target.hostname);
    let isConnected = false;
    sockets.add(server);
    server.on('connect', () => {
      isConnected = true;
      client.pipe(server).pipe(client);
    });
    server.on('error', () => {
      if (!isConnected && left > 1) join(client, left - 1);
      else client.destroy();
    });
    server.on('close', () => {
      sockets.delete(server);
      if (isConnected) client.destroy();
    });
    client.on('close', () => server.destroy());
  }

  const proxy: Server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined);
    client.on('close', () => sockets.delete(client));
    join(client, targets.length);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sendTo(urls) {
      targets = urls;
    },
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
