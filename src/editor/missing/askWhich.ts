/** Asks which of the missing images are to be made: all are ticked. */
import { l10n, window, workspace, type QuickPickItem } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import type { MissingImage } from './missingImage.ts';

interface Item extends QuickPickItem {
  readonly image: MissingImage;
}

/**
 * Undefined when thought better of.
 * @param service who will make them, for people
 */
export async function askWhich(
  images: readonly MissingImage[],
  service: string,
): Promise<readonly MissingImage[] | undefined> {
  const items = images.map((image): Item => ({ ...describe(image), picked: true, image }));
  const chosen = await window.showQuickPick(items, {
    title:
      images.length === 1
        ? l10n.t('Generate 1 Missing Image: {0}', service)
        : l10n.t('Generate {0} Missing Images: {1}', images.length, service),
    placeHolder: l10n.t('Untick what you do not want'),
    canPickMany: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.map(({ image }) => image);
}

function describe({ place, prompt, links, width, height, isDraft }: MissingImage): QuickPickItem {
  const [
    {
      document: { home, uri },
      range,
    },
  ] = links;
  const facts = [
    // Beside the prompt it would be cut off with it.
    shownPath(place),
    l10n.t('{0}, line {1}', shownPath(home ?? uri), range.start.line + 1),
    links.length === 1 ? '' : l10n.t('{0} links', links.length),
    width === undefined || height === undefined ? '' : `${width} × ${height}`,
    isDraft ? l10n.t('replaces a draft') : '',
  ];
  return {
    label: plainText(prompt, 200),
    detail: facts.filter((fact) => fact !== '').join(' · '),
  };
}

function shownPath(uri: MissingImage['place']): string {
  return plainText(workspace.asRelativePath(uri, (workspace.workspaceFolders?.length ?? 0) > 1), 200);
}
