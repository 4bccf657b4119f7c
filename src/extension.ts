/** Builds the parts of Depict and connects them. Decides nothing. */
import { ExtensionMode, Uri, window, type ExtensionContext } from 'vscode';
import type { DepictApi } from './api.ts';
import { createLazyEngine } from './editor/engine/lazyEngine.ts';
import { createApi } from './editor/exportedApi/createApi.ts';
import { placeOrder, type OrderFor } from './editor/generate/order.ts';
import { createAskAndGenerate, registerGenerate } from './editor/generate/registerGenerate.ts';
import { registerGenerateFromSelection } from './editor/generate/registerGenerateFromSelection.ts';
import { createJobRunner } from './editor/generate/runJob.ts';
import { createRunTasks } from './editor/generate/runTasks.ts';
import { hasBeenTold, showSaved, type ShowSaved } from './editor/generate/showSaved.ts';
import { followDeletions } from './editor/history/followDeletions.ts';
import { followRenames } from './editor/history/followRenames.ts';
import { createHistory } from './editor/history/history.ts';
import { registerImageHover } from './editor/hover/registerImageHover.ts';
import { registerOpenImage } from './editor/hover/registerOpenImage.ts';
import { createImageSettings } from './editor/images/imageSettings.ts';
import { registerImageCommands } from './editor/images/registerImageCommands.ts';
import { createJobs } from './editor/jobs/jobs.ts';
import { createMarkers } from './editor/jobs/placeMarkers.ts';
import { registerCancelCommands } from './editor/jobs/registerCancelCommands.ts';
import { registerJobStatus } from './editor/jobs/registerJobStatus.ts';
import { linkContext } from './editor/links/linkContext.ts';
import { createFoundLinks } from './editor/links/foundLinks.ts';
import { createLinkWriter } from './editor/links/linkWriter.ts';
import { imageHome } from './editor/save/imageHome.ts';
import { requestLimit } from './editor/settings/requestLimit.ts';
import { registerSidebar } from './editor/sidebar/registerSidebar.ts';
import type { TokenEnvironment } from './editor/token/ambientToken.ts';
import { askForToken } from './editor/token/askForToken.ts';
import { needsToken } from './editor/token/needsToken.ts';
import { machineName, registerTokenCommands } from './editor/token/registerTokenCommands.ts';
import { tokenHandlers } from './editor/token/tokenHandlers.ts';
import { createTokens } from './editor/token/tokens.ts';
import { openJournal } from './files/journal/openJournal.ts';

export function activate(context: ExtensionContext): DepictApi {
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
  const storage = context.storageUri ?? context.globalStorageUri;
  const history = createHistory(openJournal(Uri.joinPath(storage, 'history').fsPath), log);
  const foundLinks = createFoundLinks();
  const links = createLinkWriter((error) => log.error(String(error)));
  const runner = createJobRunner(jobs, markers, engine, tokens, links, history, generator);
  const orderFor: OrderFor = (asked, source) => placeOrder(asked, source, context.globalStorageUri, addresses);
  const setToken = (origin: string): Promise<boolean> => askForToken(origin, tokens, machineName());
  const showResult: ShowSaved = (result, order) => showSaved(result, order, context.globalState);
  const runTasks = createRunTasks(jobs, runner, tokens, setToken, showResult, log);
  const askAndGenerate = createAskAndGenerate(orderFor, runTasks);
  const api = createApi(orderFor, runner, history, context.globalStorageUri);
  const settings = createImageSettings(engine, history);
  const parts = { jobs, runner, history, orderFor, links, settings, log, showSaved: showResult };
  const sidebar = registerSidebar({
    context,
    storage,
    ...parts,
    contextFor: (document, languageId) => linkContext(imageHome(document, context.globalStorageUri), languageId),
    handlers: tokenHandlers(tokens, setToken),
    needsToken: () => needsToken(tokens, addresses),
    hasBeenTold: () => hasBeenTold(context.globalState),
  });

  context.subscriptions.push(
    log,
    engine,
    history,
    followDeletions(history),
    followRenames(history),
    jobs,
    markers,
    registerGenerate((request, options) => api.generate(request, options), askAndGenerate),
    registerGenerateFromSelection(orderFor, runTasks, askAndGenerate),
    registerCancelCommands(jobs),
    registerJobStatus(jobs),
    registerTokenCommands(tokens),
    foundLinks,
    registerImageHover(history, foundLinks),
    registerOpenImage(),
    registerImageCommands(settings.lookUp, history, orderFor, runTasks, (found) => sidebar.reuse(found), log),
    sidebar,
  );
  return api;
}
