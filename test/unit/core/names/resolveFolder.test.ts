import assert from 'node:assert/strict';
import { isImageFailure } from '../../../../src/core/failure.ts';
import { resolveFolder, type FolderContext } from '../../../../src/core/names/resolveFolder.ts';
import { isInside } from '../../../../src/core/names/uriPath.ts';
import { documentVariables, pictureVariables } from '../../../../src/core/names/variables.ts';
import { nastyNames } from '../nastyText.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

const posix = contextOf('/home/me/repo', '/home/me/repo/docs/guide/intro.md', false);
const windows = contextOf('/c:/repo', '/c:/repo/docs/intro.md', true);

describe('the output folder', () => {
  const examples: readonly [setting: string, expected: string][] = [
    ['assets', '/home/me/repo/assets'],
    ['assets/', '/home/me/repo/assets'],
    ['', '/home/me/repo'],
    ['./img', '/home/me/repo/docs/guide/img'],
    ['.', '/home/me/repo/docs/guide'],
    ['../img', '/home/me/repo/docs/img'],
    ['.github/img', '/home/me/repo/.github/img'],
    ['a/../b', '/home/me/repo/b'],
    ['/static/img', '/home/me/repo/static/img'],
    ['/home/me/repo/x', '/home/me/repo/x'],
    ['${documentDirName}/img', '/home/me/repo/docs/guide/img'],
    ['${documentWorkspaceFolder}/img', '/home/me/repo/img'],
    ['/assets/${documentRelativeDirName}', '/home/me/repo/assets/docs/guide'],
    ['assets/${documentBaseName}', '/home/me/repo/assets/intro'],
    ['${documentRelativeFilePath/\\.md$/-images/}', '/home/me/repo/docs/guide/intro-images'],
    ['/other/root/img', '/home/me/repo/other/root/img'],
    ['../../../other', '/home/me/other'],
  ];
  for (const [setting, expected] of examples) {
    it(`${JSON.stringify(setting)} is ${expected}`, () => {
      const allowed = { ...posix, allowedPaths: ['/home/me/other'] };
      assert.equal(resolveFolder(setting, allowed, 'x'), expected);
    });
  }

  const onWindows: readonly [setting: string, expected: string][] = [
    ['assets\\img', '/c:/repo/assets/img'],
    ['.\\img', '/c:/repo/docs/img'],
    ['C:\\repo\\img', '/C:/repo/img'],
    ['C:/REPO/img', '/C:/REPO/img'],
    ['${documentDirName}\\img', '/c:/repo/docs/img'],
  ];
  for (const [setting, expected] of onWindows) {
    it(`${JSON.stringify(setting)} is ${expected} on Windows`, () => {
      assert.equal(resolveFolder(setting, windows, 'x'), expected);
    });
  }

  const refused: readonly [setting: string, context: FolderContext, problem: string][] = [
    ['../../../x', posix, 'outsideWorkspace'],
    ['../../../../../../..', posix, 'outsideWorkspace'],
    ['assets/../../x', posix, 'outsideWorkspace'],
    ['${documentDirName}/../../../x', posix, 'outsideWorkspace'],
    ['D:\\x', windows, 'outsideWorkspace'],
    ['C:\\repository', windows, 'outsideWorkspace'],
    ['a\u0000b', posix, 'badPath'],
    ['a\nb', posix, 'badPath'],
    ['a'.repeat(300), posix, 'badPath'],
    ['a/'.repeat(3_000), posix, 'badPath'],
    ['a:b', windows, 'badPath'],
    ['con/x', windows, 'badPath'],
    ['what?', windows, 'badPath'],
    ['a.', windows, 'badPath'],
    ['${nope}', posix, 'unknownVariable'],
  ];
  for (const [setting, context, problem] of refused) {
    it(`cannot be ${JSON.stringify(setting.slice(0, 40))}: ${problem}`, () => {
      assert.throws(
        () => resolveFolder(setting, context, 'depict.output.folder'),
        (error) =>
          isImageFailure(error) && error.failure.kind === 'invalidRequest' && error.failure.problem.type === problem,
      );
    });
  }

  it('is beside the document only if there is one', () => {
    const { documentPath: _, ...context } = posix;
    assert.equal(resolveFolder('./img', context, 'x'), '/home/me/repo/img');
  });

  it('never leaves the workspace', () => {
    const random = pseudoRandom(16);
    const parts: readonly string[] = [
      ...nastyNames,
      '/',
      '/',
      '..',
      '../',
      './',
      '${documentDirName}',
      '${slug}',
      'C:',
      '\\..\\',
    ];
    for (let i = 0; i < 5_000; i++) {
      const setting = random.text(parts, 8);
      const context = random.pick([posix, windows]);
      try {
        assert.ok(
          isInside(context.folderPath, resolveFolder(setting, context, 'x'), context.windows),
          JSON.stringify(setting),
        );
      } catch (error) {
        assert.ok(isImageFailure(error), JSON.stringify({ setting, error: String(error) }));
      }
    }
  });
});

describe('the variables of a document', () => {
  it('are those of VS Code', () => {
    assert.deepEqual(documentVariables('/r/docs/a.b.md', '/r'), {
      documentDirName: '/r/docs',
      documentRelativeDirName: 'docs',
      documentFileName: 'a.b.md',
      documentBaseName: 'a.b',
      documentExtName: 'md',
      documentFilePath: '/r/docs/a.b.md',
      documentRelativeFilePath: 'docs/a.b.md',
      documentWorkspaceFolder: '/r',
    });
  });

  it('are absolute outside of the workspace folder', () => {
    const { documentRelativeDirName, documentRelativeFilePath } = documentVariables('/x/LICENSE', '/r');
    assert.deepEqual([documentRelativeDirName, documentRelativeFilePath], ['/x', '/x/LICENSE']);
  });
});

function contextOf(folderPath: string, documentPath: string, isWindows: boolean): FolderContext {
  const picture = pictureVariables({
    prompt: 'A lighthouse',
    seed: '42',
    model: 'black-forest-labs/FLUX.1-schnell',
    provider: 'auto',
    width: 512,
    height: 256,
    index: 1,
    extension: 'png',
    now: new Date(2025, 5, 6, 1, 2, 3),
  });
  assert.equal(picture['model'], 'black-forest-labs-FLUX.1-schnell');
  assert.equal(picture['isoDate'], '2025-06-06');
  const variables = { ...documentVariables(documentPath, folderPath), ...picture };
  return { folderPath, documentPath, allowedPaths: [], windows: isWindows, variables };
}
