/** The content of the hover over an image link. */
import { l10n, MarkdownString, type Uri } from 'vscode';
import type { GenerationRecord } from '../../core/metadata/record.ts';
import { plainText } from '../../core/plainText.ts';

/** In pixels. A hover shows 250 without scrolling, and the words below the picture must be among them. */
const previewHeight = 160;

/** Only our own command works as a link in here: prompts and alt texts are words from outside. */
export function imageHover(uri: Uri, alt: string, record: GenerationRecord | undefined): MarkdownString {
  const hover = new MarkdownString('', true);
  hover.isTrusted = { enabledCommands: ['depict.openImage'] };
  hover.appendMarkdown(`![](${uri.toString()}|height=${previewHeight})\n\n`);
  hover.appendText(plainText(record?.prompt ?? alt, 300));
  if (record) {
    hover.appendMarkdown('\n\n');
    hover.appendText(facts(record));
  }
  const open = `command:depict.openImage?${encodeURIComponent(JSON.stringify([uri.toJSON()]))}`;
  return hover.appendMarkdown(`\n\n[$(go-to-file) ${l10n.t('Open to the Side')}](${open})`);
}

function facts({ model, provider, parameters: { seed }, width, height }: GenerationRecord): string {
  const size = `${width} × ${height}`;
  const seedText = seed === undefined ? '' : l10n.t('seed {0}', seed);
  return [size, model, provider, seedText].filter((part) => part !== '').join(' · ');
}
