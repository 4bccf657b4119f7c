import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fontSubsets } from '../../../../src/core/draft/font/fontSubsets.ts';
import { extensionBundle } from '../../../runner/bundles.mjs';
import { root } from '../../../runner/root.mjs';

describe('the font of drafts', () => {
  it('is shipped whole, with its licence', () => {
    const fonts = extensionBundle({ production: true }).entryPoints.filter(({ out }) => out.startsWith('fonts/'));
    assert.deepEqual(
      fonts.map(({ out }) => out),
      [...fontSubsets.map((subset) => `fonts/${subset}`), 'fonts/LICENSE'],
    );
    for (const font of fonts) assert.ok(existsSync(path.join(root, font.in)), font.in);
  });
});
