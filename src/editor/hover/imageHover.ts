/** The content of the hover over an image link. */
import { l10n, MarkdownString, type Uri } from 'vscode';
import { commandAddress } from '../../core/commandAddress.ts';
import type { GenerationRecord } from '../../core/metadata/record.ts';
import { plainText } from '../../core/plainText.ts';
import { holdsSettings } from '../images/holdsSettings.ts';
import { remakeActions, type LinkAction } from '../images/remakeActions.ts';

/** In pixels. A hover shows 250 without scrolling, and the words below the picture must be among them. */
const previewHeight = 160;

/** Only our own commands work as links in here: prompts and alt texts are words from outside. */
export function imageHover(uri: Uri, alt: string, record: GenerationRecord | undefined): MarkdownString {
  const hover = new MarkdownString('', true);
  const actions = actionsFor(record !== undefined || holdsSettings(uri));
  hover.isTrusted = { enabledCommands: actions.map(({ command }) => command) };
  hover.appendMarkdown(`![](${uri.toString()}|height=${previewHeight})\n\n`);
  hover.appendText(plainText(record?.prompt ?? alt, 300));
  if (record) {
    hover.appendMarkdown('\n\n');
    hover.appendText(facts(record));
  }
  const given = [uri.toJSON()];
  const links = actions.map(({ command, icon, label }) => `[$(${icon}) ${label}](${commandAddress(command, given)})`);
  return hover.appendMarkdown(`\n\n${links.join(' &nbsp; ')}`);
}

function actionsFor(canBeMadeAgain: boolean): readonly LinkAction[] {
  const open: LinkAction = { command: 'depict.openImage', icon: 'go-to-file', label: l10n.t('Open to the Side') };
  return canBeMadeAgain ? [open, ...remakeActions()] : [open];
}

function facts({ model, provider, parameters: { seed }, width, height }: GenerationRecord): string {
  const size = `${width} × ${height}`;
  const seedText = seed === undefined ? '' : l10n.t('seed {0}', seed);
  return [size, model, provider, seedText].filter((part) => part !== '').join(' · ');
}
