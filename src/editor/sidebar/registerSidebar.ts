/** Builds the sidebar of its parts and puts it into the workbench. */
import {
  commands,
  Disposable,
  l10n,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
  type TextEditor,
} from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import { plainText } from '../../core/plainText.ts';
import { variationCount } from '../../core/sidebar/variationCount.ts';
import { actOnFailure } from '../failures/actOnFailure.ts';
import { noJob } from '../failures/noJob.ts';
import type { FailureAction } from '../failures/words.ts';
import type { OrderFor } from '../generate/order.ts';
import type { JobRunner } from '../generate/runJob.ts';
import type { ShowSaved } from '../generate/showSaved.ts';
import type { History } from '../history/history.ts';
import { resumedOrder, titleIn } from '../history/historyJob.ts';
import type { InterruptedJob } from '../history/jobHistory.ts';
import type { DeletedFiles } from '../images/deletedFiles.ts';
import { createImageActions } from '../images/imageActions.ts';
import type { ImageSettings } from '../images/imageSettings.ts';
import { copyLink, insertImage, type ContextFor } from '../images/insertImage.ts';
import { usualVariations } from '../images/remake.ts';
import { createThumbnails } from '../images/thumbnails.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Anchor } from '../links/anchor.ts';
import type { LinkWriter } from '../links/linkWriter.ts';
import type { Models } from '../model/models.ts';
import { askWhere } from '../save/askWhere.ts';
import type { TokenHandlers } from '../token/tokenHandlers.ts';
import { shownPath } from '../uri/shownPath.ts';
import { announceProgress } from './jobs/announceProgress.ts';
import { followFiles } from './images/followFiles.ts';
import { formIntents } from './form/formIntents.ts';
import { createFormMemory } from './form/formMemory.ts';
import { imageIntents } from './images/imageIntents.ts';
import { followIntents } from './intents.ts';
import { createJobEvents } from './jobs/jobEvents.ts';
import { jobIntents } from './jobs/jobIntents.ts';
import { followLastEditor } from './lastEditor.ts';
import { pictureFolders } from './images/pictureFolders.ts';
import { createPlaceMemory } from './placeMemory.ts';
import { createRememberedPlaces } from './rememberedPlaces.ts';
import { createServerSamplers } from './form/serverSamplers.ts';
import { createSidebar, type Sidebar } from './sidebar.ts';
import { createSidebarForm } from './form/sidebarForm.ts';
import { createSidebarJobs, type SidebarJob } from './jobs/sidebarJobs.ts';
import { createStartedAt } from './jobs/startedAt.ts';

const sidebarId = 'depict.sidebar';

export interface SidebarDeps {
  readonly context: Pick<ExtensionContext, 'extensionUri' | 'globalStorageUri' | 'workspaceState' | 'secrets'>;
  /** Where this workspace's things are kept. */
  readonly storage: Uri;
  readonly jobs: Jobs;
  readonly runner: JobRunner;
  readonly history: History;
  readonly deletedFiles: DeletedFiles;
  readonly orderFor: OrderFor;
  readonly contextFor: ContextFor;
  readonly links: LinkWriter;
  readonly settings: ImageSettings;
  readonly models: Models;
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
  const { context, storage, jobs, runner, history, orderFor, contextFor, links, handlers, log } = deps;
  const { deletedFiles } = deps;
  const memory = createFormMemory(context.workspaceState);
  const samplers = createServerSamplers(deps.models);
  const form = createSidebarForm(memory, orderFor, () => samplers.current);
  const lastEditor = followLastEditor();
  const thumbnails = createThumbnails(Uri.joinPath(storage, 'thumbnails'), log);
  const places = createRememberedPlaces();
  const startedAt = createStartedAt((anchor) => places.has(anchor));
  const events = createJobEvents(
    () => sidebar,
    startedAt,
    places,
    history,
    deps.showSaved,
    deps.hasBeenTold,
    showJobs,
    log,
  );
  const own = createSidebarJobs(jobs, runner, handlers, askWhere, events, log);
  const folders = (): readonly Uri[] =>
    pictureFolders(history.images, [
      Uri.joinPath(storage, 'thumbnails'),
      Uri.joinPath(context.globalStorageUri, 'images'),
    ]);
  const sidebar: Sidebar = createSidebar(Uri.joinPath(context.extensionUri, 'dist'), folders, {
    history,
    jobs: own,
    form,
    samplers,
    thumbnails,
    deletedFiles,
    lastEditor,
    place: createPlaceMemory(context.workspaceState),
    needsToken: deps.needsToken,
    placeOf: ({ group }) => placeWords(places.find(group)),
  });

  /** The place for links is where the cursor was, whatever is edited meanwhile. */
  function start(job: SidebarJob, editor: TextEditor | undefined): void {
    if (editor) startedAt.note(job, editor);
    own.start(job);
  }

  /** False where nothing is left of it. */
  function resume(job: InterruptedJob): boolean {
    const order = resumedOrder(job, history.images, orderFor);
    if (order) start({ title: titleIn(job), makeOrder: () => order }, undefined);
    return order !== undefined;
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

  async function insert(image: HistoryImage): Promise<void> {
    const document = await insertImage(image, places.find(image.group), lastEditor.editor, links, contextFor);
    if (document) sidebar.announce(l10n.t('Inserted in {0}.', plainText(workspace.asRelativePath(document.uri), 200)));
  }

  async function showJobs(): Promise<void> {
    sidebar.showTab('create');
    await focus();
  }

  async function setToken(action: FailureAction): Promise<void> {
    const failure = { kind: 'noToken', origin: huggingFace } as const;
    await actOnFailure(action, failure, { ...handlers, ...noJob, retry: () => own.retryFailed('noToken') }, log);
  }

  const actions = createImageActions(history, thumbnails, orderFor, deletedFiles, {
    insert,
    copyLink: (image) => copyLink(image, lastEditor.editor, contextFor),
    start: (title, makeOrder) => start({ title, makeOrder }, lastEditor.editor),
    reuse,
    variationCount: () => variationCount(form.values.count, usualVariations),
  });
  const handleForm = formIntents(
    sidebar,
    form,
    deps.models,
    deps.settings,
    reuse,
    () => lastEditor.editor,
    start,
    () => own.cancelOwn(),
  );
  const handleImages = imageIntents(sidebar, history, thumbnails, actions);
  const handleJobs = jobIntents(own, history, resume, setToken);

  const parts = Disposable.from(
    memory,
    samplers,
    lastEditor,
    places,
    own,
    sidebar,
    followIntents(sidebar, { ...handleForm, ...handleImages, ...handleJobs }, log),
    announceProgress(
      own,
      () => sidebar.visible,
      (text) => sidebar.announce(text),
    ),
    followFiles(history, sidebar),
    context.secrets.onDidChange(() => sidebar.checkToken()),
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

function placeWords(anchor: Anchor | undefined): string | undefined {
  return anchor && shownPath(anchor.uri, 200);
}

const huggingFace = 'https://huggingface.co';

function focus(): Thenable<void> {
  return commands.executeCommand(`${sidebarId}.focus`);
}
