/** Connects the parts of Depict with VS Code: one line a feature. Decides nothing. */
import type { ExtensionContext } from 'vscode';
import type { DepictApi } from './api.ts';
import { registerImageLenses } from './editor/codeLens/registerImageLenses.ts';
import { createTellsSettings } from './editor/codeLens/tellsSettings.ts';
import { createConnectionCheck } from './editor/connection/connectionCheck.ts';
import { registerCheckConnection } from './editor/connection/registerCheckConnection.ts';
import { createApi } from './editor/exportedApi/createApi.ts';
import { createAskAndGenerate, registerGenerate } from './editor/generate/registerGenerate.ts';
import { registerGenerateFromSelection } from './editor/generate/registerGenerateFromSelection.ts';
import { hasBeenTold } from './editor/generate/showSaved.ts';
import { followDeletions } from './editor/history/followDeletions.ts';
import { followRenames } from './editor/history/followRenames.ts';
import { pickUpJobs } from './editor/history/pickUpJobs.ts';
import { recoverCutSaves } from './editor/history/recoverCutSaves.ts';
import { registerImageHover } from './editor/hover/registerImageHover.ts';
import { registerOpenImage } from './editor/hover/registerOpenImage.ts';
import type { ContextFor } from './editor/images/insertImage.ts';
import { registerImageCommands } from './editor/images/registerImageCommands.ts';
import { registerImageDrop } from './editor/images/registerImageDrop.ts';
import { registerRegenerateInPlace } from './editor/images/registerRegenerateInPlace.ts';
import { registerCancelCommands } from './editor/jobs/registerCancelCommands.ts';
import { registerJobStatus } from './editor/jobs/registerJobStatus.ts';
import { linkContext } from './editor/links/linkContext.ts';
import { registerGenerateMissing } from './editor/missing/registerGenerateMissing.ts';
import { registerMissingHints } from './editor/missing/registerMissingHints.ts';
import { registerSelectModel } from './editor/model/registerSelectModel.ts';
import { createAllowedModels } from './editor/prompt/allowedModels.ts';
import { registerChooseLanguageModel } from './editor/prompt/registerChooseLanguageModel.ts';
import { registerWritePrompt } from './editor/prompt/registerWritePrompt.ts';
import { imageHome } from './editor/save/imageHome.ts';
import { registerSidebar } from './editor/sidebar/registerSidebar.ts';
import { registerSpendStatus } from './editor/spend/registerSpendStatus.ts';
import { needsToken } from './editor/token/needsToken.ts';
import { registerTokenCommands } from './editor/token/registerTokenCommands.ts';
import { createParts } from './parts.ts';

export function activate(context: ExtensionContext): DepictApi {
  const parts = createParts(context);
  const { log, addresses, engine, tokens, jobs, markers, history, runner, orderFor, runTasks, settings, spend } = parts;
  const { setToken, look, handlers, models, foundLinks, setAside, deletedFiles, isDraft, missing, follow } = parts;
  const askAndGenerate = createAskAndGenerate(orderFor, runTasks);
  const api = createApi(orderFor, runner, history, context.globalStorageUri);
  const allowedModels = createAllowedModels(context.globalState);
  const recover = async (): Promise<unknown> => recoverCutSaves(undefined, history, await engine.load());
  const contextFor: ContextFor = (document, languageId) =>
    linkContext(imageHome(document, context.globalStorageUri), languageId);
  const sidebar = registerSidebar({
    context,
    ...parts,
    showSaved: parts.showResult,
    contextFor,
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
    registerWritePrompt(orderFor, runTasks, askAndGenerate, allowedModels, log),
    registerChooseLanguageModel(allowedModels, log),
    registerCancelCommands(jobs),
    spend,
    registerSpendStatus(spend),
    registerJobStatus(jobs, spend),
    registerTokenCommands(tokens, setToken, look, addresses),
    registerSelectModel(models),
    registerCheckConnection(createConnectionCheck(engine, tokens, orderFor, addresses, spend, log), handlers, log),
    foundLinks,
    registerImageHover(history, foundLinks),
    registerOpenImage(),
    registerImageLenses(history, foundLinks, createTellsSettings(settings.lookUp)),
    registerImageDrop(history, contextFor),
    registerImageCommands(settings.lookUp, history, orderFor, runTasks, (found) => sidebar.reuse(found), log),
    registerRegenerateInPlace(settings.lookUp, history, orderFor, runTasks, setAside, deletedFiles, log),
    missing,
    registerGenerateMissing(missing, isDraft),
    registerMissingHints(missing, history, foundLinks, log),
    sidebar,
    pickUpJobs(history, orderFor, recover, runTasks, follow, log),
  );
  return api;
}
