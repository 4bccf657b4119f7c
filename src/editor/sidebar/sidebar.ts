/** The sidebar: owns what its page shows, tells it when that changes, and hands on what the page asks for. */
import {
  Disposable,
  EventEmitter,
  window,
  workspace,
  type Event,
  type Uri,
  type Webview,
  type WebviewView,
} from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import type { FromView } from '../../core/sidebar/fromView.ts';
import { newestImages } from '../../core/sidebar/newestImages.ts';
import type { JobCard, ToView, ViewState, ViewTab } from '../../core/sidebar/viewState.ts';
import { findReturned } from '../history/followDeletions.ts';
import type { History } from '../history/history.ts';
import type { DeletedFiles } from '../images/deletedFiles.ts';
import type { Thumbnails } from '../images/thumbnails.ts';
import { createGallery } from './images/gallery.ts';
import { createImageCards } from './images/imageCards.ts';
import type { LastEditor } from './lastEditor.ts';
import type { PlaceMemory } from './placeMemory.ts';
import type { ServerSamplers } from './form/serverSamplers.ts';
import type { SidebarForm } from './form/sidebarForm.ts';
import type { SidebarJobs } from './jobs/sidebarJobs.ts';
import { interruptedCard, sidebarState } from './sidebarState.ts';
import { createSidebarView } from './sidebarView.ts';

/** What is answered here: it is about what the page shows. */
const ownTypes = ['ready', 'tab', 'gallery', 'slice', 'cards'] as const satisfies readonly FromView['type'][];

/** What the page asks for beyond what it is shown. */
export type Intent = Exclude<FromView, { readonly type: (typeof ownTypes)[number] }>;

export interface Sidebar extends Disposable {
  readonly visible: boolean;
  /** Jobs and what becomes of them are in sight. */
  readonly showsJobs: boolean;
  readonly onIntent: Event<Intent>;
  resolve(view: WebviewView): void;
  /** Something that the snapshot shows has changed. */
  update(): void;
  post(message: ToView): void;
  /** For screen readers. */
  announce(text: string, urgent?: boolean): void;
  showTab(tab: ViewTab): void;
  /** A token may have been set or removed. */
  checkToken(): void;
  /** An image's file cannot be shown; it may come back. */
  markMissing(id: string, missing: boolean): void;
}

export interface SidebarParts {
  /** Where Insert puts an image's link, for people; undefined where that is up to the view as a whole. */
  readonly placeOf: (image: HistoryImage) => string | undefined;
  readonly history: History;
  readonly jobs: SidebarJobs;
  readonly form: SidebarForm;
  readonly samplers: ServerSamplers;
  readonly thumbnails: Thumbnails;
  readonly deletedFiles: Pick<DeletedFiles, 'load' | 'has'>;
  readonly lastEditor: LastEditor;
  readonly place: PlaceMemory;
  /** Whether no request can be made before a token is set. */
  readonly needsToken: () => Promise<boolean>;
}

/** Changes come in bursts: one snapshot for all of a burst. Milliseconds, a frame of the screen. */
const together = 16;

export function createSidebar(page: Uri, pictures: () => readonly Uri[], parts: SidebarParts): Sidebar {
  const { history, jobs, form, samplers, thumbnails, deletedFiles, lastEditor, place, placeOf } = parts;
  const intents = new EventEmitter<Intent>();
  const gallery = createGallery();
  const cards = createImageCards(thumbnails, deletedFiles, placeOf);
  let needsToken = false;
  let timer: NodeJS.Timeout | undefined;
  let jobsTimer: NodeJS.Timeout | undefined;
  /** What the gallery's list was made of: the history gives the same list until something changes. */
  let listed: readonly HistoryImage[] | undefined;

  function jobCards(): readonly JobCard[] {
    const interrupted = history.interrupted
      .filter(({ id }) => !jobs.has(id))
      .map((job) => interruptedCard(job, history.images.filter(({ group }) => group === job.id).length));
    return [...jobs.cards, ...interrupted];
  }

  function state(webview: Webview): ViewState {
    const { editor } = lastEditor;
    const [newest] = history.images;
    return sidebarState({
      place,
      form: form.snapshot(editor?.document.uri, newest?.record.parameters.seed),
      needsToken,
      jobs: jobCards(),
      results: newestImages(history.images).map((image) => cards.of(image, webview)),
      historySize: history.images.length,
      editor,
    });
  }

  const view = createSidebarView(page, pictures, {
    firstState: state,
    onMessage(message) {
      if (isIntent(message)) return intents.fire(message);
      switch (message.type) {
        case 'ready':
          return void greet();
        case 'tab':
          place.goTo(message.tab);
          // The page waits for the word that its choice has come.
          return update();
        case 'gallery':
          place.ask(message.query);
          return sendList();
        case 'slice':
          return sendSlice(message.revision, message.from, message.count);
        case 'cards':
          return sendCards(message.ids);
      }
    },
    onVisible(visible) {
      if (visible) void history.refresh();
    },
  });

  /** A new page: what it was made with may be old. */
  async function greet(): Promise<void> {
    // The page tries them anew.
    cards.forgetMissing();
    samplers.ask();
    send();
    await Promise.all([checkToken(), history.refresh(), thumbnails.load(), deletedFiles.load()]);
    send();
    sendList();
    await findReturned(history);
  }

  async function checkToken(): Promise<void> {
    needsToken = await parts.needsToken();
    update();
  }

  function update(): void {
    if (view.visible) timer ??= setTimeout(send, together);
  }

  /** Small: jobs change far more often than the rest. */
  function updateJobs(): void {
    if (view.visible) jobsTimer ??= setTimeout(sendJobs, together);
  }

  function sendJobs(): void {
    clearTimeout(jobsTimer);
    jobsTimer = undefined;
    if (view.visible) view.post({ type: 'jobs', jobs: jobCards(), now: Date.now() });
  }

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const { webview, visible } = view;
    if (!webview || !visible || !view.post({ type: 'state', state: state(webview) })) return;
    if (listed !== history.images) sendList();
  }

  function sendList(): void {
    if (view.visible && view.post({ type: 'galleryList', list: gallery.list(history.images, place.query) }))
      listed = history.images;
  }

  function sendSlice(revision: number, from: number, count: number): void {
    const { webview } = view;
    const images = gallery.slice(revision, from, count);
    if (!webview || !images) return;
    view.post({
      type: 'gallerySlice',
      slice: { revision, from, items: images.map((image) => cards.of(image, webview)) },
    });
  }

  function sendCards(ids: readonly string[]): void {
    const { webview } = view;
    if (!webview) return;
    const images = ids.flatMap((id) => history.get(id) ?? []);
    const gone = ids.filter((id) => !history.get(id));
    view.post({ type: 'cards', cards: images.map((image) => cards.of(image, webview)), gone });
  }

  const watching = Disposable.from(
    intents,
    view,
    history.onDidChange(() => {
      view.setFolders();
      update();
    }),
    workspace.onDidChangeWorkspaceFolders(() => view.setFolders()),
    lastEditor.onDidChange(update),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('depict')) void checkToken();
      if (event.affectsConfiguration('depict.endpoint') && view.visible) samplers.ask();
    }),
    workspace.onDidGrantWorkspaceTrust(update),
    // Another window may have made images meanwhile, or a terminal may have brought a token.
    window.onDidChangeWindowState(({ focused }) => {
      if (!focused || !view.visible) return;
      void history.refresh();
      void checkToken();
    }),
    jobs.onDidChange(updateJobs),
    samplers.onDidChange(update),
  );

  return {
    get visible() {
      return view.visible;
    },
    get showsJobs() {
      return view.visible && place.tab === 'create';
    },
    onIntent: intents.event,
    resolve: (resolved) => view.resolve(resolved),
    update,
    post: (message) => void view.post(message),
    announce: (text, urgent = false) => void view.post({ type: 'announce', text, urgent }),
    showTab(shown) {
      place.goTo(shown);
      view.renew();
      send();
    },
    checkToken: () => void checkToken(),
    markMissing(id, isMissing) {
      if (!cards.markMissing(id, isMissing)) return;
      listed = undefined;
      update();
    },
    dispose() {
      clearTimeout(timer);
      clearTimeout(jobsTimer);
      watching.dispose();
    },
  };
}

function isIntent(message: FromView): message is Intent {
  return !ownTypes.some((type) => type === message.type);
}
