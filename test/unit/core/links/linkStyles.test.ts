import assert from 'node:assert/strict';
import { linkStyleFor, linkStyles } from '../../../../src/core/links/linkStyles.ts';

describe('link styles', () => {
  it('are those of the table, by language id, and none for other languages', () => {
    for (const [languageId, style] of Object.entries(linkStyles)) assert.equal(linkStyleFor(languageId), style);
    for (const languageId of ['plaintext', 'rust', 'constructor', '__proto__', ''])
      assert.equal(linkStyleFor(languageId), undefined);
  });
});
