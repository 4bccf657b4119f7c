/** Does what the page asks for: one row for each kind of intent, and none can be forgotten. */
import type { Disposable, LogOutputChannel } from 'vscode';
import { tellFailure } from '../failures/tellFailure.ts';
import type { Intent, Sidebar } from './sidebar.ts';

export type IntentHandlers = {
  readonly [T in Intent['type']]: (intent: Extract<Intent, { readonly type: T }>) => Promise<unknown> | void;
};

/** What goes wrong is shown as a message: nobody waits for an intent. */
export function followIntents(
  sidebar: Pick<Sidebar, 'onIntent'>,
  handlers: IntentHandlers,
  log: LogOutputChannel,
): Disposable {
  return sidebar.onIntent((intent) => {
    const handle = handlers[intent.type] as (intent: Intent) => Promise<unknown> | void;
    Promise.resolve(intent)
      .then(handle)
      .catch((error: unknown) => tellFailure(error, log));
  });
}
