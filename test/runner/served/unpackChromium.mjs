// Unpacks the package @sparticuz/chromium, which is made for a cloud function, into a folder that stays.
//   node unpackChromium.mjs <folder where the package is installed>
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const folder = /** @type {string} */ (process.argv[2]);
const packed = path.join(folder, 'node_modules/@sparticuz/chromium/bin');
const tar = createRequire(path.join(folder, 'package.json'))('tar-fs');

const executable = path.join(folder, 'chromium');
await pipeline(read('chromium.br'), createBrotliDecompress(), createWriteStream(executable));
await chmod(executable, 0o755);
for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
  if (existsSync(path.join(packed, archive)))
    await pipeline(read(archive), createBrotliDecompress(), tar.extract(folder));
}

/** @param {string} file */
function read(file) {
  return createReadStream(path.join(packed, file));
}
