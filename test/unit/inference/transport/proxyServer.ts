/**
 * A real proxy on loopback: tunnels (CONNECT) and http requests passed on. Every name leads to loopback, so that a test
 * can ask for hosts that do not exist.
 */
import { createServer, request as passOn } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ProxyServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** `CONNECT host:port` and `POST http://…`, with the header Proxy-Authorization. */
  readonly asked: readonly { readonly what: string; readonly authorization: string | undefined }[];
}

export interface ProxyOptions {
  /** What `Proxy-Authorization` must say; others get 407. */
  readonly authorization?: string;
  /** Hangs up instead of answering. */
  readonly hangUp?: true;
}

export async function withProxy(options: ProxyOptions, run: (proxy: ProxyServer) => Promise<void>): Promise<void> {
  const asked: { what: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const allowed = (given: string | undefined): boolean =>
    options.authorization === undefined || given === options.authorization;

  const server = createServer((request, response) => {
    const authorization = request.headers['proxy-authorization'];
    asked.push({ what: `${request.method} ${request.url}`, authorization });
    if (options.hangUp) return void request.socket.destroy();
    if (!allowed(authorization)) return void response.writeHead(407).end();
    const target = new URL(request.url ?? '');
    const { 'proxy-authorization': _, ...headers } = request.headers;
    const inner = passOn(
      {
        host: '127.0.0.1',
        port: target.port,
        path: `${target.pathname}${target.search}`,
        method: request.method,
        headers,
      },
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(response);
      },
    );
    inner.on('error', () => response.destroy());
    request.pipe(inner);
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, socket: Socket) => {
    const authorization = request.headers['proxy-authorization'];
    asked.push({ what: `CONNECT ${request.url}`, authorization });
    if (options.hangUp) return void socket.destroy();
    if (!allowed(authorization)) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const inner = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      inner.pipe(socket).pipe(inner);
    });
    inner.on('error', () => socket.destroy());
    socket.on('error', () => inner.destroy());
    socket.on('close', () => inner.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked });
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
