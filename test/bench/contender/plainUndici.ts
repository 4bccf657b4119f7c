/** The fastest HTTP client of Node and one write: no check, no settings in the file, an existing file is overwritten. */
import { writeFile } from 'node:fs/promises';
import { prompt, type Contender } from './contender.ts';

export const plainUndici: Contender = {
  label: 'plain undici',
  async prepare() {
    const { request } = await import('undici');
    return async (url, file) => {
      const { body } = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'image/png' },
        body: JSON.stringify({ inputs: prompt }),
      });
      await writeFile(file, new Uint8Array(await body.arrayBuffer()));
    };
  },
};
