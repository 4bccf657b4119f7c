import assert from 'node:assert/strict';
import { isImageFailure, type RequestProblem } from '../../../../src/core/failure.ts';
import { expandVariables } from '../../../../src/core/names/expandVariables.ts';

const values = {
  slug: 'a-lighthouse',
  documentBaseName: '2025-06-06-post',
  dir: '_posts/nodejs',
  empty: '',
  money: '$1',
};

describe('variables', () => {
  const examples: readonly [template: string, expected: string][] = [
    ['${slug}', 'a-lighthouse'],
    ['x-${slug}-${slug}', 'x-a-lighthouse-a-lighthouse'],
    ['${empty}', ''],
    ['${money}', '$1'],
    ['${documentBaseName/^(\\d+)-.*$/$1/}', '2025'],
    ['${documentBaseName/-/_/}', '2025_06-06-post'],
    ['${dir/^_posts\\/(.*)$/$1/}', 'nodejs'],
    ['${dir/_posts/a\\/b/}', 'a/b/nodejs'],
    ['${slug/a-//}', 'lighthouse'],
    ['${slug/x/y/}', 'a-lighthouse'],
    ['\\${slug}', '${slug}'],
    ['$slug {slug} ${} ${slug', '$slug {slug} ${} ${slug'],
    ['a\\b', 'a\\b'],
  ];
  for (const [template, expected] of examples) {
    it(`make ${JSON.stringify(expected)} of ${template}`, () => {
      assert.equal(expandVariables(template, values, 'x'), expected);
    });
  }

  it('that nobody knows are named', () => {
    const problem = problemOf('${slag}');
    assert.deepEqual(problem, { type: 'unknownVariable', name: 'depict.output.fileName', variable: 'slag' });
    assert.equal(problemOf('${constructor}')?.type, 'unknownVariable');
    assert.equal(problemOf('${__proto__}')?.type, 'unknownVariable');
  });

  it('refuse a pattern that is none', () => {
    assert.equal(problemOf('${slug/(/x/}')?.type, 'badPath');
    assert.equal(problemOf('${slug/[/x/}')?.type, 'badPath');
  });

  it('refuse a pattern that could hang the editor, and at once', () => {
    const start = performance.now();
    for (const evil of [
      '(a+)+$',
      '(a|aa)*$',
      '(a*)*b',
      '^(([a-z])+.)+[A-Z]$',
      '.*.*.*.*.*.*.*.*x',
      'a?'.repeat(30) + 'a'.repeat(30),
      '(?:a|a)*$',
      '(.)\\1*(\\1)*(\\1+)*$',
      '((a?)+)*b',
    ]) {
      const value = 'a'.repeat(200);
      const template = `\${v/${evil}/x/}`;
      assert.throws(() => expandVariables(template, { v: value }, 'x'), isImageFailure, evil);
    }
    assert.ok(performance.now() - start < 1_000);
  });

  it('allow the patterns that people write', () => {
    for (const pattern of ['^(\\d+)-(\\d+)-(\\d+)-(.*)$', '[^a-z0-9]+', '^(?:docs|posts)\\/', '(.*)\\.md', '(a|b)?c']) {
      assert.equal(typeof expandVariables(`\${documentBaseName/${pattern}/x/}`, values, 'x'), 'string', pattern);
    }
  });

  it('refuse a setting of absurd length', () => {
    assert.equal(problemOf('a'.repeat(2_000))?.type, 'badPath');
  });
});

function problemOf(template: string): RequestProblem | undefined {
  try {
    expandVariables(template, values, 'depict.output.fileName');
    return undefined;
  } catch (error) {
    assert.ok(isImageFailure(error) && error.failure.kind === 'invalidRequest');
    return error.failure.problem;
  }
}
