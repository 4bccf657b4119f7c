/**
 * A program that is the services, for tests that run it in another network: the Hub, the router and a storage for
 * pictures, over http and https. Prints where it listens, then what it is asked, each as a line of JSON.
 *   serviceProgram.js
 * `/cut/` before a path: the answer breaks off in the middle.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { hubAnswer, live } from '../hubAnswer.ts';
import { png } from '../inferring.ts';
import { startServer, type Step } from '../scriptedServer.ts';
import { testCertificate } from '../transport/testCertificate.ts';

function print(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

const answer: Step = (response, { method, path, headers, socket }) => {
  const secure = 'encrypted' in socket;
  print({ asked: `${method} ${path}`, secure, proxyAuthorization: headers['proxy-authorization'] ?? null });
  if (path.startsWith('/api/models/')) {
    return void response.end(JSON.stringify(hubAnswer({ together: live('a/b') }).json));
  }
  if (path.startsWith('/together/')) {
    const url = `${secure ? 'https' : 'http'}://${headers.host}/files/p.png`;
    return void response.end(JSON.stringify({ data: [{ url }] }));
  }
  if (path.startsWith('/cut/')) {
    response.writeHead(200, { 'content-length': '1000' });
    return void response.write(png, () => response.socket?.end());
  }
  response.end(png);
};

async function run(): Promise<void> {
  const plain = await startServer([answer], { address: '::' });
  const secure = await startServer([answer], { address: '::', tls: testCertificate });
  print({ http: Number(new URL(plain.url).port), https: Number(new URL(secure.url).port) });
}

// A line of its input comes back: whoever reads it has read all before it.
createInterface(process.stdin)
  .on('line', (line) => print({ mark: line }))
  .on('close', () => process.exit());
run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
