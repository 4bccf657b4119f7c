/** Stands in front of a service and holds its pictures back while a test does something else meanwhile. */
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gate {
  /** Without a slash at the end. */
  readonly url: string;
  /** Closes it: requests go through, pictures wait until the function that this gives is called. */
  hold(): () => void;
  close(): void;
}

export async function startGate(target: string): Promise<Gate> {
  let opened: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    const { url = '/', method, headers } = request;
    const forwarded = send(new URL(url, target), { method, headers }, (answer) => {
      const passOn = (): void => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      };
      if (method === 'POST') void opened.then(passOn);
      else passOn();
    });
    forwarded.on('error', () => response.destroy());
    response.on('close', () => forwarded.destroy());
    request.pipe(forwarded);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold() {
      let open = (): void => undefined;
      opened = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
