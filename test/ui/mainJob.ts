// The main job as a person does it: select a sentence, run the command, get a file and a link that leads to it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { ImageFormat, ImageSize } from '../../src/core/image.ts';
import { inspectImage } from '../../src/core/image/inspectImage.ts';
import { hoverText, openFile, save, selectText, shownImage, waitForText } from './workbench/editor.ts';
import { runCommand } from './workbench/quickInput.ts';
import type { WorkbenchOptions } from './workbench/start.ts';
import { startWorkbench } from './workbench/start.ts';
import { notificationTexts, screenshot } from './workbench/window.ts';

/** What stands in the sample's README.md, one line. */
export const sampleSentence = 'A lighthouse at dusk, waves on black rocks.';

export interface MainJobResult {
  /** Absolute path of the picture. */
  readonly file: string;
  readonly format: ImageFormat;
  readonly size: ImageSize;
  readonly bytes: number;
  /** The line of the document with the link, as saved. */
  readonly line: string;
}

/** The whole of `npm start -- --once`. A failure carries the path of a screenshot in its message. */
export async function mainJobOnce(
  folder: string,
  settings: NonNullable<WorkbenchOptions['settings']>,
): Promise<MainJobResult & { readonly screenshot: string }> {
  const workbench = await startWorkbench({ settings });
  try {
    const page = await workbench.open(folder);
    try {
      const result = await doMainJob(page, folder);
      // The picture shows in the hover over its link.
      const hover = await hoverText(page, /\]\(.{9}/.exec(result.line)?.[0] ?? result.line);
      await shownImage(hover);
      return { ...result, screenshot: await screenshot(page, 'main-job') };
    } catch (error) {
      const seen = await screenshot(page, 'main-job-failed');
      const said = (await notificationTexts(page)).map((text) => `\nThe window says: ${text}`).join('');
      throw new Error(`The main job failed. Screenshot: ${seen}${said}`, { cause: error });
    }
  } finally {
    await workbench.close();
  }
}

/** Does the main job in README.md of an open sample. */
export async function doMainJob(page: Page, folder: string): Promise<MainJobResult> {
  await openFile(page, 'README.md');
  await selectText(page, sampleSentence);
  await runCommand(page, 'Depict: Generate Image from Selection');
  await waitForText(page, /!\[[^\]]*\]\([^)]+\)/, 60);
  await save(page);

  const document = path.join(folder, 'README.md');
  const line = (await readFile(document, 'utf8')).split('\n').find((each) => each.includes('!['));
  assert(line, 'The saved document has no link to an image.');
  const target = /\]\(<?([^)>]+)>?\)/.exec(line)?.[1];
  assert(target, `The link leads nowhere: ${line}`);
  const file = path.resolve(folder, decodeURI(target));
  const bytes = await readFile(file);
  const image = inspectImage(bytes);
  assert(image.ok, `${file} is not a picture.`);
  return { file, format: image.format, size: image.size, bytes: bytes.length, line };
}
