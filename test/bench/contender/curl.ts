/** A program of its own for every picture. Its memory is not ours, so it is not measured: it writes what it reads. */
import { spawn } from 'node:child_process';
import { prompt, type Contender } from './contender.ts';

export const curl: Contender = {
  label: 'curl -o',
  prepare: () =>
    Promise.resolve(
      (url, file) =>
        new Promise((resolve, reject) => {
          const body = ['--header', 'content-type: application/json', '--data', JSON.stringify({ inputs: prompt })];
          const child = spawn('curl', ['--silent', '--fail', '--output', file, ...body, url], { stdio: 'ignore' });
          child.on('error', reject);
          child.on('close', (code) => {
            if (code === 0) resolve();
            else reject(new Error(`curl ended with code ${code}.`));
          });
        }),
    ),
};
