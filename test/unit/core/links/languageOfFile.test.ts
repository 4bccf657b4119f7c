import assert from 'node:assert/strict';
import { documentGlob, isNotebook, languageOfFile } from '../../../../src/core/links/languageOfFile.ts';
import { linkStyleFor } from '../../../../src/core/links/linkStyles.ts';

describe('languageOfFile', () => {
  it('knows documents by their endings', () => {
    assert.deepEqual(
      ['/a/README.md', '/a/B.HTM', '/a/x.rst', '/a/x.js', '/a/md', '/a/.md', '/a/toString'].map(languageOfFile),
      ['markdown', 'html', 'restructuredtext', undefined, undefined, 'markdown', undefined],
    );
  });

  it('names only languages whose links can be requests', () => {
    for (const ending of /\{(.+)\}/u.exec(documentGlob)?.[1]?.split(',') ?? []) {
      if (isNotebook(`/x.${ending}`)) continue;
      const language = languageOfFile(`/x.${ending}`) ?? '';
      assert.equal(linkStyleFor(language)?.canRequest, true, language);
    }
  });
});
