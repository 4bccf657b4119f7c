// A model that is not to be had, and the buttons that make the picture with another.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { clearWorkspace, openFile, setSettings } from './depict.ts';
import { enter, type, withModelPicks } from './modelPicks.ts';
import { person, type Person } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const sdxl = 'stabilityai/stable-diffusion-xl-base-1.0';
const lora = 'XLabs-AI/flux-RealismLora';

describe('a model that is not to be had', () => {
  const service = withService();
  const shown = withModelPicks();
  let me: Person | undefined;

  afterEach(() => {
    me?.leave();
    me = undefined;
  });
  afterEach(clearWorkspace);

  /** Asks for a picture of the only line and presses the button that the failure offers. */
  async function press(button: string): Promise<{ readonly editor: vscode.TextEditor; readonly me: Person }> {
    me = person({ button });
    const editor = await openFile('a.md', 'A red fox.\n');
    const images = await vscode.commands.executeCommand<GeneratedImage[]>('depict.generateFromSelection');
    assert.deepEqual(images, []);
    return { editor, me };
  }

  const isLinked = ({ document }: vscode.TextEditor): Promise<void> =>
    until(() => /^A red fox\.\n\n!\[A red fox\.\]\([^)]+\)\n$/.test(document.getText()));

  const modelsAsked = (): readonly string[] =>
    service.api.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);

  it('that nobody serves any more gives way to a relative with one click', async () => {
    await setSettings({ model: 'stable-diffusion-v1-5/stable-diffusion-v1-5', provider: 'auto' });
    const { editor, me } = await press('Use stable-diffusion-xl-base-1.0');
    const { text, buttons } = await me.message();
    assert.match(
      text,
      /not served by any provider just now.*Served now, for instance: stabilityai\/stable-diffusion-xl/,
    );
    assert.deepEqual(buttons, [
      'Use stable-diffusion-xl-base-1.0',
      'Use stable-diffusion-3-medium-diffusers',
      'Choose Model…',
      'Open Model Page',
    ]);
    await isLinked(editor);
    assert.deepEqual(modelsAsked(), [`/hf-inference/models/${sdxl}`]);
    assert.equal(
      vscode.workspace.getConfiguration('depict').get('model'),
      'stable-diffusion-v1-5/stable-diffusion-v1-5',
      'the settings are left alone',
    );
  });

  for (const [fault, status] of [
    ['modelMissing', 404],
    ['gone', 410],
    ['notServed', 400],
  ] as const) {
    it(`does so too where the service says ${status}`, async () => {
      await setSettings({ model: 'stabilityai/stable-diffusion-3-medium-diffusers', provider: 'hf-inference' });
      service.api.setFaults([{ on: 'POST *', nth: 1, fault }]);
      const { editor, me } = await press('Use stable-diffusion-xl-base-1.0');
      assert.ok((await me.message()).buttons.includes('Choose Model…'));
      await isLinked(editor);
      assert.equal(modelsAsked().at(-1), `/hf-inference/models/${sdxl}`);
    });
  }

  it('gives way to one that is chosen, which counts from then on', async () => {
    await setSettings({ model: 'stable-diffusion-v1-5/stable-diffusion-v1-5', provider: 'auto' });
    const { editor } = await press('Choose Model…');
    await until(() => shown.opened === 1);
    await type(shown.pick, 'realism');
    await until(() => shown.pick.activeItems[0]?.label === lora);
    await enter();
    await isLinked(editor);
    assert.match(modelsAsked().join(), /^\/fal-ai\/fal-ai\/flux-lora\b[^,]*$/);
    assert.equal(vscode.workspace.getConfiguration('depict').get('model'), lora);
  });

  it('stays what it is when no other is chosen', async () => {
    await setSettings({ model: 'stable-diffusion-v1-5/stable-diffusion-v1-5', provider: 'auto' });
    const { editor } = await press('Choose Model…');
    await until(() => shown.opened === 1 && !shown.pick.busy);
    shown.pick.hide();
    assert.equal(editor.document.getText(), 'A red fox.\n');
    assert.deepEqual(modelsAsked(), []);
  });
});
