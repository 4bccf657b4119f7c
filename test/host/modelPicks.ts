/** The lists and messages that choosing a model shows, as a test drives them: with keys and Enter. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ModelItem } from '../../src/editor/model/modelItems.ts';
import { until } from './until.ts';

export type Pick = vscode.QuickPick<ModelItem<unknown>>;

export interface ModelPicks {
  /** The list that was opened last. */
  readonly pick: Pick;
  /** How many were opened. */
  readonly opened: number;
  /** Addresses that were opened in the browser. */
  readonly pages: readonly string[];
  readonly statusMessages: readonly string[];
  /** Stands in for a click, which no command does. */
  pressButton(item: ModelItem<unknown>): void;
}

/** Call it within `describe`. */
export function withModelPicks(): ModelPicks {
  const { createQuickPick, setStatusBarMessage } = vscode.window;
  const { openExternal } = vscode.env;
  const picks: Pick[] = [];
  const pages: string[] = [];
  const statusMessages: string[] = [];
  const pressed = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<ModelItem<unknown>>>();

  before(() => {
    Object.assign(vscode.window, {
      createQuickPick: () => {
        const pick = createQuickPick<ModelItem<unknown>>();
        picks.push(pick);
        return Object.assign(pick, { onDidTriggerItemButton: pressed.event });
      },
      setStatusBarMessage: (...told: Parameters<typeof setStatusBarMessage>) => {
        statusMessages.push(told[0]);
        return setStatusBarMessage(...told);
      },
    });
    Object.defineProperty(vscode.env, 'openExternal', {
      configurable: true,
      value: (uri: vscode.Uri) => Promise.resolve(pages.push(uri.toString(true)) > 0),
    });
  });
  after(() => {
    Object.assign(vscode.window, { createQuickPick, setStatusBarMessage });
    Object.defineProperty(vscode.env, 'openExternal', { configurable: true, value: openExternal });
  });
  beforeEach(() => {
    for (const list of [picks, pages, statusMessages]) list.length = 0;
  });
  afterEach(() => {
    for (const pick of picks) pick.hide();
  });

  return {
    get pick() {
      const pick = picks.at(-1);
      assert(pick, 'No list was opened.');
      return pick;
    },
    get opened() {
      return picks.length;
    },
    pages,
    statusMessages,
    pressButton(item) {
      const [button] = item.buttons ?? [];
      assert(button, `"${item.label}" has no button.`);
      pressed.fire({ item, button });
    },
  };
}

/** The section's labels, without what leads on to more. */
export function sectionOf({ items }: Pick, title: string): readonly string[] {
  const start = items.findIndex(({ label, kind }) => label === title && kind === vscode.QuickPickItemKind.Separator);
  if (start === -1) return [];
  const rest = items.slice(start + 1);
  const end = rest.findIndex(({ kind }) => kind === vscode.QuickPickItemKind.Separator);
  return rest
    .slice(0, end === -1 ? undefined : end)
    .filter(({ goOn }) => !goOn)
    .map(({ label }) => label);
}

export function labelled({ items }: Pick, label: string): ModelItem<unknown> {
  const item = items.find((one) => one.label === label);
  assert(item, `"${label}" is not in the list: ${items.map((one) => one.label).join(' | ')}`);
  return item;
}

export function goesOn({ items }: Pick): ModelItem<unknown> | undefined {
  return items.find(({ goOn }) => goOn);
}

/** Types the words and waits until the list has the first item for them under its cursor. */
export async function type(pick: Pick, words: string): Promise<void> {
  const before = pick.items;
  pick.value = words;
  await until(() => pick.items !== before && pick.activeItems.length === 1);
}

export async function activate(pick: Pick, item: ModelItem<unknown>): Promise<void> {
  const moved = new Promise<void>((resolve) => {
    const watching = pick.onDidChangeActive(([active]) => {
      if (active !== item) return;
      watching.dispose();
      resolve();
    });
  });
  if (pick.activeItems[0] === item) return;
  pick.activeItems = [item];
  await moved;
}

/** On what the list shows by now: VS Code hears of its changes at the host's next turn, and then of the key. */
export async function enter(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
