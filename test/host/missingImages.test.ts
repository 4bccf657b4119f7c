// A link to an image that does not exist is a request: hints, quick fixes, whole documents, whole folders.
import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { GeneratedImage, MissingImagesResult } from '../../src/api.ts';
import { clearWorkspace, depict, exists, failureOf, openFile, setSettings, workspaceFolder } from './depict.ts';
import { withPerson } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const at = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);
const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
const read = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(at(name)));
const generate = (uri: vscode.Uri, ask = false): Thenable<MissingImagesResult> =>
  vscode.commands.executeCommand('depict.generateMissingImages', { uri, ask });
const hintsOf = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'depict');

describe('missing images', () => {
  const service = withService();
  const somebody = withPerson();

  before(() => depict());
  afterEach(clearWorkspace);

  it('are found beside a configuration and a document that lead to a device without end', async function () {
    if (process.platform === 'win32') return this.skip();
    await symlink('/dev/zero', at('mkdocs.yml').fsPath);
    await symlink('/dev/zero', at('endless.md').fsPath);
    await write('docs/sea.md', '![the sea](sea.png)');
    const { generated } = await generate(workspaceFolder());
    assert.deepEqual(
      generated.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
      ['docs/sea.png'],
    );
  });

  it('are made where their links lead, from the words that the document has for them', async () => {
    await write('assets/there.png', 'something');
    const text = [
      '# The coast',
      '![a lighthouse at dusk](assets/light%20house.png)',
      '![](assets/boats.png) and once more ![the boats][b]',
      '![is there](assets/there.png) ![elsewhere](https://example.com/x.png) ![a drawing](x.svg)',
      '`![code](code.png)`',
      '',
      '[b]: ./assets/boats.png',
    ].join('\n\n');
    const { document } = await openFile('coast.md', text);
    const { generated, failed, skipped } = await generate(document.uri);
    assert.deepEqual([failed, skipped], [[], []]);
    assert.deepEqual(
      generated.map(({ uri, prompt }) => [vscode.workspace.asRelativePath(uri), prompt]),
      [
        ['assets/light house.png', 'a lighthouse at dusk'],
        ['assets/boats.png', 'boats, The coast'],
      ],
    );
    for (const { uri } of generated) assert(await exists(uri));
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false);
    // Two at a time: which of them is sent first is up to chance.
    assert.deepEqual(new Set(service.prompts()), new Set(['a lighthouse at dusk', 'boats, The coast']));

    // Once more does only what is still missing: nothing.
    assert.deepEqual((await generate(document.uri)).generated, []);
    assert.equal(service.prompts().length, 2);
  });

  it('get their true ending, and all links follow in one edit, while the written type is asked for', async () => {
    const { document } = await openFile(
      'cat.md',
      '![a cat](cat.webp "A cat") ![the same](./cat.webp#x)\n\n![b](b.jpg)\n',
    );
    const { generated } = await generate(document.uri);
    assert.deepEqual(
      generated.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
      ['cat.jpg', 'b.jpg'],
    );
    assert.equal(document.getText(), '![a cat](cat.jpg "A cat") ![the same](./cat.jpg#x)\n\n![b](b.jpg)\n');
    const accepted = service.api.requests
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers['accept']);
    assert.deepEqual(new Set(accepted), new Set(['image/webp', 'image/jpeg']));
    await vscode.commands.executeCommand('undo');
    assert.match(document.getText(), /cat\.webp "A cat"/);
  });

  it('are made in the size that the link asks for', async () => {
    const { document } = await openFile('size.html', '<img src="a.png" alt="a hill" width="96" height="80">\n');
    const { generated } = await generate(document.uri);
    assert.deepEqual([generated[0]?.width, generated[0]?.height], [96, 80]);
  });

  it('do not stop at one that fails, and say which one that was', async () => {
    service.api.setFaults([{ on: 'POST *', nth: 1, fault: 'noCredit' }]);
    const { document } = await openFile('two.md', '![one](one.png)\n\n![two](two.png)\n');
    const { generated, failed } = await generate(document.uri);
    assert.deepEqual([generated.length, failed.length], [1, 1]);
    const [lost] = failed;
    assert(lost);
    assert.deepEqual([lost.uri.toString(), lost.failure.kind], [document.uri.toString(), 'noCredit']);
    const missing = document.getText(lost.range);
    assert.notEqual(`${generated[0]?.prompt}.png`, missing);
    service.api.setFaults([]);
    assert.deepEqual(
      (await generate(document.uri)).generated.map(({ prompt }) => `${prompt}.png`),
      [missing],
    );
  });

  it('are never made outside of the workspace, nor in hidden folders', async () => {
    const links = [
      '../outside.png',
      '/../outside.png',
      '.git/x.png',
      'a/.hidden/x.png',
      '~/x.png',
      'file:///tmp/x.png',
    ];
    const { document } = await openFile('rude.md', links.map((link) => `![a fox](${link})`).join('\n\n'));
    const { generated, failed } = await generate(document.uri);
    // A browser and VS Code go no higher than the root: that one lies inside.
    assert.deepEqual(
      generated.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
      ['outside.png'],
    );
    assert.deepEqual(failed, []);
  });

  it('are found in every language that has a way to link them', async () => {
    const documents = {
      'a.rst': '.. figure:: img/rst.png\n   :alt: a rose\n\n   Its caption\n',
      'a.adoc': ':imagesdir: img\n\nimage::adoc.png[a daisy]\n',
      'a.tex': '\\begin{figure}\n\\includegraphics{img/tex}\n\\caption{A tulip}\n\\end{figure}\n',
      'a.typ': '#figure(image("img/typ.png", alt: "a lily"))\n',
      'a.org': '#+CAPTION: An orchid\n[[file:img/org.png]]\n',
      'a.mdx': '<Card><img src="img/mdx.png" alt="a violet" /></Card>\n',
      'a.html': '<figure><img src="img/html.png"><figcaption>A poppy</figcaption></figure>\n',
    };
    for (const [name, text] of Object.entries(documents)) await write(`docs/${name}`, text);
    await write('docs/node_modules/x/README.md', '![no](no.png)');
    await write('docs/.cache/x.md', '![no](no.png)');
    const { generated, failed } = await generate(at('docs'));
    assert.deepEqual(failed, []);
    assert.deepEqual(
      generated.map(({ uri, prompt }) => `${vscode.workspace.asRelativePath(uri)} ${prompt}`).toSorted(compare),
      [
        'docs/img/adoc.png a daisy',
        'docs/img/html.png A poppy',
        'docs/img/mdx.png a violet',
        'docs/img/org.png An orchid',
        'docs/img/rst.png a rose',
        'docs/img/tex.png A tulip',
        'docs/img/typ.png a lily',
      ],
    );
    for (const [name, text] of Object.entries(documents)) assert.equal(await read(`docs/${name}`), text);
  });

  it('that two documents want are made once, and both links follow', async () => {
    await write('docs/one.md', '![a well](../img/well.webp)\n');
    await write('docs/two.md', '![](../img/well.webp)\n');
    const { generated } = await generate(at('docs'));
    assert.equal(generated.length, 1);
    assert.equal(await read('docs/one.md'), '![a well](../img/well.jpg)\n');
    assert.equal(await read('docs/two.md'), '![](../img/well.jpg)\n');
  });

  it('that are only drafts are made for real under the same name, and the draft is kept', async () => {
    const { document } = await openFile('plan.md', '![a barn](barn.png)\n');
    await setSettings({ provider: 'draft' });
    const [draft] = (await generate(document.uri)).generated;
    assert.equal(draft?.provider, 'draft');
    assert.deepEqual((await generate(document.uri)).generated, []);
    await setSettings({ provider: 'hf-inference' });
    const [real] = (await generate(document.uri)).generated;
    assert.deepEqual([real?.provider, real?.uri.toString()], ['hf-inference', draft?.uri.toString()]);
    assert.equal(document.getText(), '![a barn](barn.png)\n');
    assert.deepEqual(
      (await vscode.workspace.fs.readDirectory(workspaceFolder()))
        .map(([name]) => name)
        .filter((name) => name.startsWith('barn')),
      ['barn.png'],
    );
    assert.deepEqual((await generate(document.uri)).generated, []);
  });

  it('are made once, however often they are asked for at the same time', async () => {
    const { document } = await openFile('twice.md', '![a pear](pear.png)\n');
    const release = service.hold();
    const first = generate(document.uri);
    await service.api.received(1);
    const second = await generate(document.uri);
    release();
    assert.deepEqual([(await first).generated.length, second.generated.length], [1, 0]);
    assert.deepEqual(service.prompts(), ['a pear']);
    assert.equal(document.getText(), '![a pear](pear.png)\n');
  });

  it('are hints on the target, with quick fixes, until they are made', async () => {
    const { document } = await openFile('hint.md', '![a swan](img/swan.png)\n\n![a goose](goose.png)\n');
    await until(() => hintsOf(document.uri).length === 2);
    const [hint] = hintsOf(document.uri);
    assert(hint);
    assert.deepEqual(
      [hint.source, hint.code, document.getText(hint.range), hint.severity],
      ['depict', 'missing-image', 'img/swan.png', vscode.DiagnosticSeverity.Hint],
    );
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      hint.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title === 'Generate this image');
    assert(action?.command);
    assert(actions.some(({ title }) => title === 'Generate missing images in this document…'));
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    assert(await exists(at('img/swan.png')));
    await until(() => hintsOf(document.uri).length === 1);
    assert.deepEqual(service.prompts(), ['a swan']);
  });

  it('are looked for again when the text changes and when a file goes', async () => {
    await write('owl.png', 'something');
    const editor = await openFile('live.md', '![an owl](owl.png)\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '![a bat](bat.png)\n'));
    await until(() => hintsOf(editor.document.uri).length === 1);
    await vscode.workspace.fs.delete(at('owl.png'));
    await until(() => hintsOf(editor.document.uri).length === 2);
  });

  it('that nobody wants are skipped, and nothing is said where none is missing', async () => {
    const { document } = await openFile('ask.md', '![a mole](mole.png)\n');
    const pending = generate(document.uri, true);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    const closing = setInterval(() => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'), 50);
    const { generated, skipped } = await pending;
    clearInterval(closing);
    assert.deepEqual([generated, skipped.map(({ range }) => document.getText(range))], [[], ['mole.png']]);
    assert.deepEqual(service.prompts(), []);

    const { document: whole } = await openFile('whole.md', 'No pictures.\n');
    await generate(whole.uri, true);
    assert.match((await somebody.message()).text, /^No image is missing in whole\d*\.md\.$/);
  });

  it('give way, once made, to another one in the same place', async () => {
    const { document } = await openFile('again.md', '![a plum](plum.png)\n');
    const [first] = (await generate(document.uri)).generated;
    const before = await vscode.workspace.fs.readFile(at('plum.png'));
    const [second] =
      (await vscode.commands.executeCommand<GeneratedImage[]>('depict.regenerateInPlace', at('plum.png'))) ?? [];
    assert.deepEqual([second?.uri.toString(), second?.prompt], [first?.uri.toString(), 'a plum']);
    assert.notEqual(second?.seed, first?.seed);
    assert.notDeepEqual(await vscode.workspace.fs.readFile(at('plum.png')), before);
    assert.equal(document.getText(), '![a plum](plum.png)\n');
    await until(() => somebody.messages.some(({ text }) => text.startsWith('plum.png was replaced.')));
  });

  it('refuse what is no document', async () => {
    const wrong = vscode.commands.executeCommand('depict.generateMissingImages', { uri: 'README.md', ask: false });
    assert.equal((await failureOf(wrong)).kind, 'invalidRequest');
  });
});

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
