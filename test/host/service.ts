/** The local API for the tests of one `describe`, and the tidying up after each of them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startDemoApi, type DemoApi } from '../demoApi/demoApi.ts';
import { resetSettings, setSettings } from './depict.ts';
import { startGate, type Gate } from './gate.ts';

export interface Service {
  readonly api: DemoApi;
  /** Keeps pictures waiting until the function that this gives is called. */
  hold(): () => void;
  /** The prompts that were sent, in their order. */
  prompts(): readonly unknown[];
}

/** Every request goes to an API of its own and asks for a small picture. Call it within `describe`. */
export function withService(): Service {
  let api: DemoApi | undefined;
  let gate: Gate | undefined;
  let settings: Readonly<Record<string, unknown>> = {};

  before(async () => {
    api = await startDemoApi();
    gate = await startGate(api.url);
    const service = { hubUrl: gate.url, routerUrl: gate.url, provider: 'hf-inference' };
    settings = { ...service, 'parameters.width': 64, 'parameters.height': 48 };
    await setSettings(settings);
  });
  after(async () => {
    gate?.close();
    await api?.close();
    await resetSettings();
  });
  beforeEach(() => api?.reset());
  afterEach(async () => {
    await resetSettings(settings);
    await closeEditors();
  });

  const service = (): DemoApi => {
    assert(api, 'The service has not been started.');
    return api;
  };
  return {
    get api() {
      return service();
    },
    hold() {
      assert(gate);
      return gate.hold();
    },
    prompts: () =>
      service()
        .requests.filter(({ method }) => method === 'POST')
        .map(({ body }) => JSON.parse(body).inputs),
  };
}

/** A cell is shown by its notebook. */
function isDirtyText({ isDirty, uri }: vscode.TextDocument): boolean {
  return isDirty && uri.scheme !== 'vscode-notebook-cell';
}

/** Closes every editor without saving; a document that is changed would keep its editor open with a question. */
async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(isDirtyText)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  for (const notebook of vscode.workspace.notebookDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
