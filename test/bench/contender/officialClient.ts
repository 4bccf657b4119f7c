/** Hugging Face's own client for JavaScript, as its documentation uses it: a Blob that is then written. */
import { writeFile } from 'node:fs/promises';
import { prompt, type Contender } from './contender.ts';

export const officialClient: Contender = {
  label: 'official client',
  async prepare() {
    const { textToImage } = await import('@huggingface/inference');
    return async (endpointUrl, file) => {
      const blob = await textToImage({ endpointUrl, inputs: prompt }, { outputType: 'blob' });
      await writeFile(file, new Uint8Array(await blob.arrayBuffer()));
    };
  },
};
