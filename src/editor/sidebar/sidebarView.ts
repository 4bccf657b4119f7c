/** The webview of the sidebar: shows the page, hands it messages and takes intents, and knows nothing of what they mean. */
import { Disposable, env, type CancellationToken, type Uri, type Webview, type WebviewView } from 'vscode';
import { parseFromView, type FromView } from '../../core/sidebar/fromView.ts';
import type { ToView, ViewState } from '../../core/sidebar/viewState.ts';
import { pageHtml } from './pageHtml.ts';
import { pageStrings } from './pageStrings.ts';

/** What the view asks of whoever owns its state. */
export interface ViewOwner {
  /** The state to begin with: what is known without waiting. */
  readonly firstState: (webview: Webview) => ViewState;
  readonly onMessage: (message: FromView) => void;
  /** The view came into sight or went out of it. */
  readonly onVisible: (visible: boolean) => void;
}

export interface SidebarView extends Disposable {
  readonly visible: boolean;
  /** Undefined until the view was opened. */
  readonly webview: Webview | undefined;
  /** False where there is no page that could take it. */
  post(message: ToView): boolean;
  /** A hidden page is going to start from what is true now. Nothing where it is in sight, which is told by messages. */
  renew(): void;
  /** The folders may be others now. */
  setFolders(): void;
  resolve(view: WebviewView, token?: CancellationToken): void;
}

/**
 * @param page folder of the page's script and style
 * @param pictures folders whose files the page may show. All of the workspace: pictures may be anywhere in it, and
 * each change of the folders loads the page anew.
 */
export function createSidebarView(page: Uri, pictures: () => readonly Uri[], owner: ViewOwner): SidebarView {
  let current: WebviewView | undefined;
  let watching: Disposable | undefined;

  function show({ webview }: WebviewView): void {
    const first = { state: owner.firstState(webview), strings: pageStrings(), locale: env.language };
    webview.html = pageHtml(webview, page, first);
  }

  function setFolders(): void {
    if (!current) return;
    const { options } = current.webview;
    const folders = [page, ...pictures()];
    const isSame = options.localResourceRoots?.map(String).join('\n') === folders.map(String).join('\n');
    if (!isSame) current.webview.options = { enableScripts: true, localResourceRoots: folders };
  }

  function drop(): void {
    watching?.dispose();
    watching = undefined;
    current = undefined;
  }

  return {
    get visible() {
      return current?.visible ?? false;
    },
    get webview() {
      return current?.webview;
    },
    post(message) {
      if (!current?.visible) return false;
      // A webview's postMessage is not a window's.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      void current.webview.postMessage(message);
      return true;
    },
    renew() {
      if (current && !current.visible) show(current);
    },
    setFolders,
    resolve(view) {
      drop();
      current = view;
      setFolders();
      watching = Disposable.from(
        view.webview.onDidReceiveMessage((value: unknown) => {
          const message = parseFromView(value);
          if (message) owner.onMessage(message);
        }),
        view.onDidChangeVisibility(() => {
          // A hidden page is thrown away; the next one starts from what was true when it went.
          if (!view.visible) show(view);
          owner.onVisible(view.visible);
        }),
        view.onDidDispose(drop),
      );
      show(view);
    },
    dispose: drop,
  };
}
