/** Builds the parts of Depict that its features share. Registers nothing and decides nothing. */
import { ExtensionMode, Uri, window, type ExtensionContext } from 'vscode';
import { sharedStorage } from './core/history/sharedStorage.ts';
import { createLazyEngine } from './editor/engine/lazyEngine.ts';
import { placeOrder, type OrderFor } from './editor/generate/order.ts';
import { createJobRunner } from './editor/generate/runJob.ts';
import { createRunTasks } from './editor/generate/runTasks.ts';
import { showSaved, type ShowSaved } from './editor/generate/showSaved.ts';
import { createHistory } from './editor/history/history.ts';
import { createDeletedFiles } from './editor/images/deletedFiles.ts';
import { createImageSettings } from './editor/images/imageSettings.ts';
import { isDraftImage } from './editor/images/isDraftImage.ts';
import { createSetAside } from './editor/images/setAside.ts';
import { createJobs } from './editor/jobs/jobs.ts';
import { createMarkers } from './editor/jobs/placeMarkers.ts';
import { createFoundLinks } from './editor/links/foundLinks.ts';
import { createLinkWriter } from './editor/links/linkWriter.ts';
import { replaceFile, type Replace } from './editor/save/replaceFile.ts';
import { createFollowTarget } from './editor/missing/followTarget.ts';
import { createMissingWork } from './editor/missing/missingWork.ts';
import { createModels } from './editor/model/models.ts';
import { requestLimit } from './editor/settings/requestLimit.ts';
import { createSpend } from './editor/spend/spend.ts';
import type { TokenEnvironment } from './editor/token/ambientToken.ts';
import { askForToken } from './editor/token/askForToken.ts';
import { createTokenLook } from './editor/token/lookAtToken.ts';
import { machineName } from './editor/token/machineName.ts';
import { tokenHandlers } from './editor/token/tokenHandlers.ts';
import { createTokens } from './editor/token/tokens.ts';
import { openJournal } from './files/journal/openJournal.ts';

export function createParts(context: ExtensionContext) {
  const environment: TokenEnvironment = process.env;
  const log = window.createOutputChannel('Depict', { log: true });
  // F5 brings the local API along, see CONTRIBUTING.md.
  const demoApi = context.extensionMode === ExtensionMode.Development ? process.env['DEPICT_DEMO_API'] : undefined;
  const addresses = { hubUrl: demoApi ?? environment.HF_ENDPOINT, routerUrl: demoApi };
  const generator = `Depict ${String(context.extension.packageJSON.version)}`;

  const engine = createLazyEngine(async (network) => (await import('./engine.js')).createEngine(network));
  const tokens = createTokens(context.secrets, context.globalState, environment);
  const jobs = createJobs(requestLimit);
  const markers = createMarkers(jobs);
  const own = context.storageUri;
  const storage = own?.with({ path: sharedStorage(own.path) }) ?? context.globalStorageUri;
  const history = createHistory(openJournal(Uri.joinPath(storage, 'history').fsPath), log);
  const foundLinks = createFoundLinks();
  const links = createLinkWriter((error) => log.error(String(error)));
  const spend = createSpend(log);
  const deletedFiles = createDeletedFiles(Uri.joinPath(storage, 'deleted'));
  const setAside = createSetAside(history, deletedFiles, engine);
  const isDraft = async (file: Uri): Promise<boolean> => isDraftImage(file, await engine.load());
  const replace: Replace = (saved, format, place) => replaceFile(saved, format, place, isDraft, setAside, log);
  const runner = createJobRunner(jobs, markers, engine, tokens, links, history, replace, generator, spend);
  const orderFor: OrderFor = (asked, source) => placeOrder(asked, source, context.globalStorageUri, addresses);
  const look = createTokenLook(engine, addresses);
  const setToken = (origin: string): Promise<boolean> => askForToken(origin, tokens, machineName(), look);
  const showResult: ShowSaved = (result, order) => showSaved(result, order, context.globalState);
  const runTasks = createRunTasks(jobs, runner, tokens, setToken, showResult, log);
  const follow = createFollowTarget(foundLinks);
  const missing = createMissingWork(orderFor, runTasks, follow);
  const models = createModels(engine, tokens, addresses, history, context.globalState, log);
  const settings = createImageSettings(engine, history);
  return {
    log,
    addresses,
    engine,
    tokens,
    jobs,
    markers,
    storage,
    history,
    deletedFiles,
    setAside,
    isDraft,
    foundLinks,
    links,
    runner,
    orderFor,
    look,
    setToken,
    handlers: tokenHandlers(tokens, setToken),
    showResult,
    runTasks,
    settings,
    models,
    follow,
    missing,
    spend,
  };
}
