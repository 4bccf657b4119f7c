/** Serves pictures from memory on loopback, in a process of its own: what it costs is nobody's who is measured. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from '../child.ts';
import { pictureOf } from './pictures.ts';

export interface Wanted {
  /** Sizes in bytes, about. */
  readonly sizes: readonly number[];
}

export interface Served {
  readonly url: string;
  readonly bytes: Uint8Array;
}

answer(async ({ sizes }: Wanted): Promise<readonly Served[]> => {
  const pictures = sizes.map(pictureOf);
  const server = createServer((request, response) => {
    const picture = pictures[Number(request.url?.slice(1))];
    request.resume().on('end', () => {
      response.writeHead(picture ? 200 : 404, { 'content-type': 'image/png', 'content-length': picture?.length ?? 0 });
      response.end(picture);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return pictures.map((bytes, index) => ({ url: `http://127.0.0.1:${port}/${index}`, bytes }));
});
