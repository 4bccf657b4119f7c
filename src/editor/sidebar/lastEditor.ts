/** The text editor that people were in before they went to the sidebar, where `activeTextEditor` is undefined. */
import { Disposable, EventEmitter, window, workspace, type Event, type TextEditor } from 'vscode';

export interface LastEditor extends Disposable {
  /** Undefined when it is no longer on the screen. */
  readonly editor: TextEditor | undefined;
  /** Another editor, another line, or none. */
  readonly onDidChange: Event<void>;
}

export function followLastEditor(): LastEditor {
  const changed = new EventEmitter<void>();
  let last = window.activeTextEditor;

  const watching = Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor((editor) => {
      if (!editor || editor === last || !isDocument(editor)) return;
      last = editor;
      changed.fire();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === last) changed.fire();
    }),
    window.onDidChangeVisibleTextEditors(() => changed.fire()),
  );

  return {
    get editor() {
      return last && isShown(last) && isDocument(last) ? last : undefined;
    },
    onDidChange: changed.event,
    dispose: () => watching.dispose(),
  };
}

function isShown(editor: TextEditor): boolean {
  return window.visibleTextEditors.includes(editor);
}

/** Output, the debug console and source-control boxes are text editors too. */
function isDocument({ document: { uri } }: TextEditor): boolean {
  return uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
}
