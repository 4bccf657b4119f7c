/**
 * `npm run bench`: from a request to a file, beside other ways, on loopback. Says whether the goals are reached; it is
 * no test, so they do not change the exit code. Run on a machine that does nothing else.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import path from 'node:path';
import { runMain, temporaryFolder } from '../runner/run.mjs';
import { bundleSizes } from './bundleSizes.ts';
import { many, pictureSizes, type Case, type Picture } from './cases.ts';
import { startChild } from './child.ts';
import { contenderNames } from './contender/contenders.ts';
import { measureActivation } from './measureActivation.ts';
import { measureHistory } from './measureHistory.ts';
import { measureLinks } from './measureLinks.ts';
import { measureMemory } from './measureMemory.ts';
import { measureSteps, type StepTime } from './measureSteps.ts';
import { measureTimes } from './measureTimes.ts';
import { measureTroubles } from './measureTroubles.ts';
import { goalLine, goals, kilobytes, milliseconds, table, troubleLine, type Measurement } from './report.ts';
import type { Served, Wanted } from './server/main.ts';

/** For warming up: too small to be seen in the memory. */
const smallBytes = 5_000;
const vscodeStarts = 3;

void runMain(async () => {
  const hasCurl = spawnSync('curl', ['--version']).status === 0;
  if (!hasCurl) console.log('There is no curl here: its column stays empty.');
  const present = contenderNames.filter((name) => hasCurl || name !== 'curl');
  const bundles = await bundleSizes();
  const folder = temporaryFolder('bench');
  const server = startChild<Wanted, readonly Served[]>('server');
  const served = await server.ask({ sizes: [smallBytes, ...pictureSizes.map(({ bytes }) => bytes)] });
  const [small, ...pictures] = served.map(({ url, bytes }, index): Picture => {
    return { url, bytes: bytes.length, label: pictureSizes[index - 1]?.label ?? 'small' };
  });
  if (!small) throw new Error('The server serves nothing.');
  const cases = pictures.flatMap((picture, index): Case[] => [
    { picture, atOnce: 1, seconds: pictureSizes[index]?.seconds ?? 0 },
    { picture, atOnce: many, seconds: pictureSizes[index]?.secondsOfMany ?? 0 },
  ]);

  console.log('Measuring times…');
  const times = await measureTimes(present, cases, folder);
  console.log('Measuring memory…');
  const memory = await measureMemory(cases, small, folder);
  console.log('Measuring steps…');
  const steps: { readonly label: string; readonly times: readonly StepTime[] }[] = [];
  for (const [index, { label }] of pictureSizes.entries()) {
    steps.push({ label, times: await measureSteps(served[index + 1]?.bytes ?? new Uint8Array()) });
  }
  server.end();
  console.log('Measuring the history…');
  const histories = await measureHistory(folder);
  console.log('Measuring the search for links…');
  const links = measureLinks();
  console.log('Measuring troubles…');
  const troubles = await measureTroubles();
  console.log('Measuring the activation in VS Code…');
  const activation = await measureActivation(path.join(folder, 'vscode'), vscodeStarts).catch(String);

  const measurements = cases.map((each, index): Measurement => {
    return { case: each, times: times[index] ?? { wall: {}, processor: {} }, memory: memory[index] ?? {} };
  });
  console.log(`
From a request to a saved file, on loopback, Node ${process.versions.node}, ${cpus().length} processors. Medians.
In brackets: Depict's time as a multiple of theirs (the processor's: work of the program itself, whatever else the
machine does); memory at the peak as a multiple of the pictures' size.

${table(measurements)}

What Depict does to a picture on the way:`);
  for (const { label, times: stepTimes } of steps) {
    console.log(`  ${label}: ${stepTimes.map((step) => `${step.name} ${step.milliseconds.toFixed(3)} ms`).join(', ')}`);
  }
  console.log('\nThe history of images, until its newest are there, until all are, and looked at again:');
  for (const { images, newest, all, again } of histories) {
    console.log(`  ${images}: ${[newest, all, again].map(milliseconds).join(', ')}`);
  }
  console.log(
    `\nThe ${links.images} image links of a document of ${links.lines} lines: ${milliseconds(links.find)}, ` +
      `${(links.find / links.plainParser).toFixed(2)} x what commonmark takes to read it.`,
  );
  console.log('\nWhen all is not well, Depict and the official client:');
  for (const { label, depict, officialClient } of troubles) {
    console.log(`  ${label}\n    ${troubleLine(depict)}\n    ${troubleLine(officialClient)}`);
  }
  console.log('\nIn VS Code:');
  for (const { name, bytes, gzipBytes } of bundles) {
    console.log(`  ${name}: ${kilobytes(bytes)}, compressed ${kilobytes(gzipBytes)}`);
  }
  if (typeof activation === 'string') {
    console.log(`  activation was not measured: ${activation}`);
  } else {
    console.log(`  activation in ${milliseconds(activation.activation)}`);
    console.log(`  the engine is loaded on first use, in ${milliseconds(activation.engine)}`);
  }
  for (const measurement of measurements.filter(({ case: { picture } }) => picture.label === '1.5 MB')) {
    console.log(`\nGoals for 1.5 MB, ${measurement.case.atOnce} at once:`);
    for (const goal of goals(measurement)) console.log(goalLine(goal));
  }
});
