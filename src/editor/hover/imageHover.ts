/** The content of the hover over an image link. */
import { l10n, MarkdownString, type Uri } from 'vscode';
import type { GenerationRecord } from '../../core/metadata/record.ts';
import { plainText } from '../../core/plainText.ts';

/** In pixels. A hover shows 250 without scrolling, and the words below the picture must be among them. */
const previewHeight = 160;

/** Formats that can hold how they were made. */
const holdsSettings = /\.(?:png|jpe?g|webp)$/i;

/** Only our own commands work as links in here: prompts and alt texts are words from outside. */
export function imageHover(uri: Uri, alt: string, record: GenerationRecord | undefined): MarkdownString {
  const hover = new MarkdownString('', true);
  const actions = actionsFor(record !== undefined || holdsSettings.test(uri.path));
  hover.isTrusted = { enabledCommands: actions.map(({ command }) => command) };
  hover.appendMarkdown(`![](${uri.toString()}|height=${previewHeight})\n\n`);
  hover.appendText(plainText(record?.prompt ?? alt, 300));
  if (record) {
    hover.appendMarkdown('\n\n');
    hover.appendText(facts(record));
  }
  const argument = encodeURIComponent(JSON.stringify([uri.toJSON()]));
  const links = actions.map(({ command, icon, label }) => `[$(${icon}) ${label}](command:${command}?${argument})`);
  return hover.appendMarkdown(`\n\n${links.join(' &nbsp; ')}`);
}

interface HoverAction {
  readonly command: string;
  readonly icon: string;
  readonly label: string;
}

function actionsFor(canBeMadeAgain: boolean): readonly HoverAction[] {
  const open: HoverAction = { command: 'depict.openImage', icon: 'go-to-file', label: l10n.t('Open to the Side') };
  if (!canBeMadeAgain) return [open];
  return [
    open,
    { command: 'depict.reuseSettings', icon: 'history', label: l10n.t('Reuse Settings') },
    { command: 'depict.variations', icon: 'layers', label: l10n.t('Variations') },
    { command: 'depict.regenerateInPlace', icon: 'refresh', label: l10n.t('Regenerate') },
    { command: 'depict.copyAsCode', icon: 'code', label: l10n.t('Copy as Code') },
  ];
}

function facts({ model, provider, parameters: { seed }, width, height }: GenerationRecord): string {
  const size = `${width} × ${height}`;
  const seedText = seed === undefined ? '' : l10n.t('seed {0}', seed);
  return [size, model, provider, seedText].filter((part) => part !== '').join(' · ');
}
