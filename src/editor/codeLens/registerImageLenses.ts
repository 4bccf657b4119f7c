/** Code lenses above links to images that can be made again. Off unless the user wants them. */
import {
  CodeLens,
  Disposable,
  EventEmitter,
  languages,
  Range,
  workspace,
  type CancellationToken,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { FoundLink } from '../../core/links/linkStyle.ts';
import { linkStyles } from '../../core/links/linkStyles.ts';
import type { History } from '../history/history.ts';
import { remakeActions, type LinkAction } from '../images/remakeActions.ts';
import { documentHome } from '../links/documentHome.ts';
import type { FoundLinks } from '../links/foundLinks.ts';
import { linkCandidates, type LinkCandidates } from '../links/linkCandidates.ts';
import { isWorkingCopy } from '../links/isWorkingCopy.ts';
import { watchImages } from '../links/watchImages.ts';
import { exists } from '../uri/exists.ts';
import type { TellsSettings } from './tellsSettings.ts';

interface Content {
  readonly action: LinkAction;
  readonly image: Uri;
}

/** So many files that the history does not know are looked at for one document. */
const mostFiles = 200;
/** A document that has more is one that somebody has made to be slow. */
const mostImages = 1_000;

/** @param tellsSettings asked for files that the history does not know */
export function registerImageLenses(
  history: Pick<History, 'refresh' | 'find' | 'onDidChange'>,
  links: Pick<FoundLinks, 'in' | 'list'>,
  tellsSettings: TellsSettings,
): Disposable {
  const changed = new EventEmitter<void>();
  const contents = new WeakMap<CodeLens, Content>();
  const selector = Object.keys(linkStyles).map((language) => ({ language }));

  async function lensesIn(document: TextDocument, cancellation: CancellationToken): Promise<readonly CodeLens[]> {
    const { version } = document;
    const found = links.in(document).filter(({ path }) => path !== undefined);
    if (found.length === 0) return [];
    const [candidates] = await Promise.all([
      linkCandidates(documentHome(document), document.languageId, links.list),
      history.refresh(),
    ]);
    const lenses: CodeLens[] = [];
    const actions = remakeActions();
    const tells = createJudge();
    let lastLine = -1;
    for (const link of found) {
      if (cancellation.isCancellationRequested || document.version !== version) return [];
      if (lenses.length >= mostImages * actions.length) break;
      const { line } = document.positionAt(link.start);
      // One row of lenses is all that a line can have.
      const image = line === lastLine ? undefined : await firstOf(filesOf(link, candidates), tells);
      if (!image) continue;
      lastLine = line;
      for (const action of actions) {
        const lens = new CodeLens(new Range(line, 0, line, 0));
        contents.set(lens, { action, image });
        lenses.push(lens);
      }
    }
    return lenses;
  }

  /** For one document: each file is looked at once. What the history knows need not be read. */
  function createJudge(): TellsSettings {
    const answers = new Map<string, ReturnType<TellsSettings>>();
    let left = mostFiles;
    let knownLeft = mostImages;

    async function judge(file: Uri): ReturnType<TellsSettings> {
      if (history.find(file)?.deleted !== false) return left-- > 0 ? tellsSettings(file) : 'noFile';
      // Nobody tells the history of files that are deleted outside of VS Code.
      return knownLeft-- > 0 && (await exists(file).catch(() => false)) ? 'yes' : 'noFile';
    }

    return (file) => {
      const key = file.toString();
      const answer = answers.get(key) ?? judge(file);
      answers.set(key, answer);
      return answer;
    };
  }

  const tell = (): void => changed.fire();

  return Disposable.from(
    changed,
    watchImages(tell, tell),
    history.onDidChange(tell),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('depict.codeLens')) changed.fire();
    }),
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, cancellation) {
        const isWanted: unknown = workspace.getConfiguration('depict', document).get('codeLens');
        return isWanted === true && isWorkingCopy(document) ? [...(await lensesIn(document, cancellation))] : [];
      },
      resolveCodeLens(lens) {
        const content = contents.get(lens);
        if (!content) return lens;
        const { command, icon, label } = content.action;
        lens.command = { command, title: `$(${icon}) ${label}`, arguments: [content.image] };
        return lens;
      },
    }),
  );
}

/** The file that the link leads to is the first one that is there. */
async function firstOf(files: readonly Uri[], tells: TellsSettings): Promise<Uri | undefined> {
  for (const file of files) {
    const answer = await tells(file);
    if (answer !== 'noFile') return answer === 'yes' ? file : undefined;
  }
  return undefined;
}

/** All that the link may mean, likeliest first. */
function filesOf({ path, otherPaths = [] }: FoundLink, candidates: LinkCandidates): readonly Uri[] {
  return (path === undefined ? [] : [path, ...otherPaths]).flatMap((each) => candidates(each).all);
}
