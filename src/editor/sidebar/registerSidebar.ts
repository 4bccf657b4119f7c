/** Builds the sidebar of its parts and puts it into the workbench. */
import {
  commands,
  Disposable,
  l10n,
  Range,
  Uri,
  window,
  workspace,
  type LogOutputChannel,
  type Memento,
  type SecretStorage,
  type TextEditor,
} from 'vscode';
import { isImageFailure } from '../../core/failure.ts';
import type { HistoryJob } from '../../core/history/event.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import { plainText } from '../../core/plainText.ts';
import { actOnFailure, type FailureHandlers } from '../failures/actOnFailure.ts';
import { wordsFor } from '../failures/words.ts';
import type { Order, OrderFor } from '../generate/order.ts';
import type { JobResult, JobRunner } from '../generate/runJob.ts';
import { showRecovered } from '../generate/showRecovered.ts';
import type { ShowSaved } from '../generate/showSaved.ts';
import type { History } from '../history/history.ts';
import { createImageActions } from '../images/imageActions.ts';
import type { ImageSettings } from '../images/imageSettings.ts';
import { copyLink, insertImage, type ContextFor } from '../images/insertImage.ts';
import { createThumbnails } from '../images/thumbnails.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { createAnchor } from '../links/anchor.ts';
import type { LinkWriter } from '../links/linkWriter.ts';
import { askWhere } from '../save/askWhere.ts';
import type { TokenHandlers } from '../token/tokenHandlers.ts';
import { announceProgress } from './announceProgress.ts';
import { followFiles } from './followFiles.ts';
import { formIntents } from './formIntents.ts';
import { createFormMemory } from './formMemory.ts';
import { imageIntents } from './imageIntents.ts';
import { followIntents } from './intents.ts';
import { jobIntents } from './jobIntents.ts';
import { followLastEditor } from './lastEditor.ts';
import { createRememberedPlaces } from './rememberedPlaces.ts';
import { createSidebar } from './sidebar.ts';
import { createSidebarForm, type Submitted } from './sidebarForm.ts';
import { createSidebarJobs, type MakeOrder } from './sidebarJobs.ts';

export const sidebarId = 'depict.sidebar';

export interface SidebarDeps {
  /** Folder of the page's script and style. */
  readonly page: Uri;
  /** Where this workspace's things are kept; the second for those of no folder. */
  readonly storage: Uri;
  readonly globalStorage: Uri;
  readonly state: Memento;
  readonly secrets: SecretStorage;
  readonly jobs: Jobs;
  readonly runner: JobRunner;
  readonly history: History;
  readonly orderFor: OrderFor;
  readonly contextFor: ContextFor;
  readonly links: LinkWriter;
  readonly settings: ImageSettings;
  readonly handlers: TokenHandlers;
  readonly needsToken: () => Promise<boolean>;
  readonly showSaved: ShowSaved;
  /** The user has heard that prompts are written into the files. */
  readonly hasBeenTold: () => boolean;
  readonly log: LogOutputChannel;
}

export interface RegisteredSidebar extends Disposable {
  /** Puts an image's settings into the form and shows it. */
  reuse(settings: ReusableSettings): Promise<void>;
}

export function registerSidebar(deps: SidebarDeps): RegisteredSidebar {
  const { storage, state, secrets, jobs, runner, history, orderFor, contextFor, links, log } = deps;
  const memory = createFormMemory(state);
  const form = createSidebarForm(memory, orderFor);
  const lastEditor = followLastEditor();
  const thumbnails = createThumbnails(Uri.joinPath(storage, 'thumbnails'));
  const places = createRememberedPlaces();
  const own = createSidebarJobs(jobs, runner, deps.handlers, askWhere, { onDone, onFailed }, log);
  const sidebar = createSidebar(deps.page, pictureFolders, {
    history,
    jobs: own,
    form,
    thumbnails,
    lastEditor,
    needsToken: deps.needsToken,
  });

  /** Pictures may be anywhere in the workspace; without one they are in the storage. */
  function pictureFolders(): readonly Uri[] {
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    return [Uri.joinPath(storage, 'thumbnails'), Uri.joinPath(deps.globalStorage, 'images'), ...folders];
  }

  function onDone(result: JobResult, order: Order): void {
    const { images } = result;
    void showRecovered(result.recovered ?? []);
    sidebar.announce(
      images.length === 1
        ? l10n.t('The image is there: {0}', images[0]?.alt ?? '')
        : l10n.t('{0} images are there.', images.length),
    );
    // Whoever sees the sidebar sees the image.
    if (!sidebar.visible || (order.settings.embedSettings && !deps.hasBeenTold())) void deps.showSaved(result, order);
  }

  function onFailed(error: unknown): void {
    const text = isImageFailure(error) ? plainText(wordsFor(error.failure).text, 700) : '';
    if (sidebar.visible) sidebar.announce(text, true);
    else void offerToShow(text);
  }

  /** The place for links is where the cursor was, whatever is edited meanwhile. */
  function start({ prompt, makeOrder }: Submitted, editor: TextEditor | undefined): void {
    const anchor =
      editor &&
      createAnchor(editor.document, new Range(editor.selection.active, editor.selection.active), editor.selection);
    void own.start(prompt, makeOrder).then(({ images }) => {
      const ids = images.flatMap(({ uri }) => history.find(uri)?.id ?? []);
      if (anchor) places.remember(ids, anchor);
    });
  }

  function resume({ asked, document, languageId }: HistoryJob): void {
    const source = { document: document === undefined ? undefined : Uri.parse(document), languageId, onlyAsked: true };
    const { prompt } = asked;
    start({ prompt: typeof prompt === 'string' ? prompt : '', makeOrder: () => orderFor(asked, source) }, undefined);
  }

  function fillForm(found: ReusableSettings): void {
    form.put(found);
    sidebar.showTab('create');
  }

  function showFilled(): void {
    sidebar.post({ type: 'focus', target: 'prompt' });
    sidebar.announce(l10n.t('The settings of the image are in the form.'));
  }

  function reuse(found: ReusableSettings): void {
    fillForm(found);
    showFilled();
  }

  const actions = createImageActions(history, thumbnails, orderFor, Uri.joinPath(storage, 'deleted'), {
    insert: (image) => insertImage(image, places.find(image.id), lastEditor.editor, links, contextFor),
    copyLink: (image) => copyLink(image, lastEditor.editor, contextFor),
    start: (prompt: string, makeOrder: MakeOrder) => start({ prompt, makeOrder }, lastEditor.editor),
    reuse,
  });

  const noRetry: FailureHandlers = {
    ...deps.handlers,
    retry: () => undefined,
    keepAnyway: () => undefined,
    saveAs: () => undefined,
  };

  const parts = Disposable.from(
    memory,
    lastEditor,
    places,
    own,
    sidebar,
    followIntents(
      sidebar,
      {
        ...formIntents(
          sidebar,
          form,
          history,
          deps.settings,
          reuse,
          () => lastEditor.editor,
          start,
          () => own.cancelOwn(),
        ),
        ...imageIntents(sidebar, history, thumbnails, actions),
        ...jobIntents(own, history, resume, (action) =>
          actOnFailure(action, { kind: 'noToken', origin: huggingFace }, noRetry, log),
        ),
      },
      log,
    ),
    announceProgress(own, (text) => sidebar.announce(text)),
    followFiles(history, sidebar),
    secrets.onDidChange(() => sidebar.checkToken()),
    window.registerWebviewViewProvider(sidebarId, { resolveWebviewView: (view) => sidebar.resolve(view) }),
    commands.registerCommand('depict.openGallery', async () => {
      sidebar.showTab('gallery');
      await focus();
      sidebar.post({ type: 'focus', target: 'gallery' });
    }),
  );

  return {
    async reuse(found) {
      fillForm(found);
      await focus();
      showFilled();
    },
    dispose: () => parts.dispose(),
  };
}

/** The card with its buttons is in the sidebar, which is not in sight. */
async function offerToShow(text: string): Promise<void> {
  const show = l10n.t('Show in Sidebar');
  if ((await window.showErrorMessage(text, show)) === show) await focus();
}

const huggingFace = 'https://huggingface.co';

function focus(): Thenable<void> {
  return commands.executeCommand(`${sidebarId}.focus`);
}
