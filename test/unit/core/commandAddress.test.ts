import assert from 'node:assert/strict';
import { HtmlRenderer, Parser } from 'commonmark';
import { commandAddress } from '../../../src/core/commandAddress.ts';

describe('commandAddress', () => {
  it('is a link as a whole, whatever a file is called, and says what is given', () => {
    const given = [{ path: '/a)b(c ]\\<>"\'`#%?.png' }, 3];
    const text = `[x](${commandAddress('depict.openImage', given)})`;
    const html = new HtmlRenderer().render(new Parser().parse(text));
    const [, address = ''] = /^<p><a href="([^"]*)">x<\/a><\/p>\n$/.exec(html) ?? assert.fail(html);
    assert.deepEqual(JSON.parse(decodeURIComponent(address.replace('command:depict.openImage?', ''))), given);
  });
});
