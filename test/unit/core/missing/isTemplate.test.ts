import assert from 'node:assert/strict';
import { isTemplate } from '../../../../src/core/missing/isTemplate.ts';

describe('isTemplate', () => {
  const documents: readonly [about: string, languageId: string, path: string, text: string, expected: boolean][] = [
    ['Jinja', 'html', '/r/overrides/home.html', '{% extends "main.html" %}<img src="a.png">', true],
    ['Go', 'html', '/r/layouts/list.html', '{{ define "main" }}<img src="a.png">{{ end }}', true],
    ['a layout of Jekyll', 'html', '/r/_layouts/error.html', '---\nlayout: x\n---\n<img src="a.png">', true],
    ['a page of Jekyll', 'html', '/r/index.html', '---\ntitle: x\n---\n{% include a.html %}<img src="a.png">', false],
    ['a page', 'html', '/r/index.html', '<img src="a.png">', false],
    ['a page that Vue fills in', 'html', '/r/index.html', '<p>{{ message }}</p><img src="a.png">', false],
    ['Markdown that tells of templates', 'markdown', '/r/a.md', '`{% extends "x" %}` ![](a.png)', false],
  ];
  for (const [about, languageId, path, text, expected] of documents) {
    it(`${expected ? 'sees' : 'does not take for one'} ${about}`, () => {
      assert.equal(isTemplate(languageId, path, text), expected);
    });
  }
});
