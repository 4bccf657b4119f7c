/** Runs the steps of Check Connection with the settings, the tokens and the folders of now. */
import { workspace, type LogOutputChannel, type Uri } from 'vscode';
import { checkText } from '../../core/checkRequest.ts';
import { stateOf, stepOf, type Finding, type StepId } from '../../core/connection/finding.ts';
import { stepsFor } from '../../core/connection/steps.ts';
import { ImageFailure, isImageFailure } from '../../core/failure.ts';
import { draftProvider } from '../../core/services.ts';
import type { Checked, Engine } from '../../engine.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import { foreseenFolder, type OrderFor } from '../generate/order.ts';
import { checkPlace } from '../generate/checkPlace.ts';
import { activeFile } from '../links/activeFile.ts';
import { readSettings, type EnvironmentAddresses } from '../settings/readSettings.ts';
import type { Spend } from '../spend/spend.ts';
import type { Tokens } from '../token/tokens.ts';

export interface ConnectionCheck {
  /** The steps that `run` will take with the settings of now. */
  steps(): readonly StepId[];
  /** Name of the machine that requests leave from. */
  machine(): Promise<string>;
  /** @throws the signal's reason, when it is aborted */
  run(onFinding: (finding: Finding) => void, signal: AbortSignal): Promise<readonly Finding[]>;
  /** One more finding: a picture is made, and may be billed. @throws {ImageFailure} `cancelled` */
  makeImage(signal: AbortSignal): Promise<Finding>;
}

export function createConnectionCheck(
  engine: Pick<LazyEngine, 'load'>,
  tokens: Pick<Tokens, 'find' | 'forOrigin'>,
  orderFor: OrderFor,
  environment: EnvironmentAddresses,
  spend: Pick<Spend, 'begin'>,
  log: LogOutputChannel,
): ConnectionCheck {
  async function checkFolder(loaded: Engine): Promise<Finding> {
    try {
      const request = { prompt: 'image', model: 'owner/name', provider: 'auto' };
      const order = orderFor(request, { document: activeFile(), languageId: undefined, onlyAsked: true });
      const folder = foreseenFolder(order);
      await checkPlace(folder, order, loaded);
      return { type: order.home.isStorage ? 'folderOfStorage' : 'folderWritable', path: shownPath(folder) };
    } catch (error) {
      return { type: 'folderFails', failure: failureIn(error) };
    }
  }

  function logged(finding: Finding): Finding {
    const cause = 'failure' in finding ? ` ${new ImageFailure(finding.failure).message}` : '';
    log.info(`Check Connection: ${stepOf(finding)} ${stateOf(finding)} (${finding.type})${cause}`);
    return finding;
  }

  return {
    steps() {
      const { checked } = readChecked(environment);
      return checked ? stepsFor(checked.settings) : ['address', 'folder'];
    },
    machine: async () => (await engine.load()).machine,
    async run(onFinding, signal) {
      const loaded = await engine.load();
      const { checked, failure } = readChecked(environment);
      const tell = (finding: Finding): void => onFinding(logged(finding));
      if (checked) {
        return loaded.checkConnection(checked, {
          findToken: (origin) => tokens.find(origin),
          checkFolder: () => checkFolder(loaded),
          onFinding: tell,
          signal,
        });
      }
      // The folder's settings may be right, but they are read together with the others.
      const findings: readonly Finding[] = [
        { type: 'badSettings', failure },
        { type: 'notChecked', step: 'folder' },
      ];
      findings.forEach(tell);
      return findings;
    },
    async makeImage(signal) {
      const loaded = await engine.load();
      const { checked, failure } = readChecked(environment);
      if (!checked) return logged({ type: 'imageFails', failure });
      try {
        // It is billed as any other.
        spend.begin(1);
      } catch (error) {
        return logged({ type: 'imageFails', failure: failureIn(error) });
      }
      const finding = await loaded.makeTestImage(checked, {
        tokenFor: (origin) => tokens.forOrigin(origin),
        onStage: () => undefined,
        signal,
      });
      return logged(finding);
    },
  };
}

type Read =
  | { readonly checked: Checked; readonly failure?: undefined }
  | { readonly checked?: undefined; readonly failure: ImageFailure['failure'] };

function readChecked(environment: EnvironmentAddresses): Read {
  try {
    const { request, service } = readSettings(activeFile(), environment);
    const [model, provider] = [checkText(request.model).trim(), checkText(request.provider).trim()];
    // Drafts need no connection: what is checked is the one that real images will take.
    return { checked: { settings: service, model, provider: provider === draftProvider ? 'auto' : provider } };
  } catch (error) {
    return { failure: failureIn(error) };
  }
}

/** @throws what is no failure */
function failureIn(error: unknown): ImageFailure['failure'] {
  if (!isImageFailure(error)) throw error;
  return error.failure;
}

function shownPath(folder: Uri): string {
  const path = workspace.asRelativePath(folder);
  return path === '' ? folder.path : path;
}
