import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openAt, writeText } from './openAt.ts';
import { depict, workspaceFolder } from './depict.ts';

// Each document is new: the editor keeps them for a while.
const documents: readonly (readonly [file: string, text: string, at: string])[] = [
  ['reference.md', '# A\n\n![a fox][fox] in snow\n\n[fox]: ../assets/hovered.png "A fox"\n', 'fox]'],
  ['lines.md', '> <img\n>   alt="a fox"\n>   src="../assets/hovered.png"\n> />\n', 'alt='],
  ['cover.md', '---\ntitle: A fox\ncover:\n  image: assets/hovered.png\n---\n\nText\n', 'hovered'],
  ['page.html', '<figure>\n<img src="../assets/hovered.png">\n</figure>\n', 'src='],
  ['page.tsx', 'const a = <p>it’s <img\n  src="../assets/hovered.png" /></p>;\n', 'hovered'],
  ['sheet.css', '.a {\n  background: url(../assets/hovered.png);\n}\n', 'hovered'],
];

describe('the hover over an image link', () => {
  before(async () => {
    await depict();
  });

  for (const [file, text, at] of documents) {
    it(`shows the picture in ${file}, and no more when the link is gone`, async () => {
      const picture = await writeText(vscode.Uri.joinPath(workspaceFolder(), 'assets/hovered.png'), '');
      const { document } = await openAt(vscode.Uri.joinPath(workspaceFolder(), `hovered/${file}`), text);
      const position = document.positionAt(text.indexOf(at) + 1);
      const shown = await hoversAt(document.uri, position);
      assert.ok(
        shown.some((one) => one.includes(picture.toString())),
        shown.join('\n'),
      );
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text.replaceAll('hovered', 'gone'));
      await vscode.workspace.applyEdit(edit);
      const after = await hoversAt(document.uri, position);
      assert.ok(!after.some((one) => one.includes(picture.toString())), after.join('\n'));
    });
  }
});

async function hoversAt(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
}
