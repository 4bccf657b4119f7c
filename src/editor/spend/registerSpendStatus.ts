/**
 * The session's counter: a line among the language's states (the braces beside the language's name), which shows only
 * to who looks for it. There is none before the first image.
 */
import { Disposable, l10n, languages, type LanguageStatusItem } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import type { Spend } from './spend.ts';
import { imagesWords, tallyWords } from './spendWords.ts';

export function registerSpendStatus(spend: Spend): Disposable {
  let item: LanguageStatusItem | undefined;

  function show(): void {
    if (!item && spend.images === 0) return;
    item ??= languages.createLanguageStatusItem('depict.spend', { pattern: '**' });
    item.name = l10n.t('Depict: images of this window');
    item.text = imagesWords(spend);
    item.detail = plainText(tallyWords(spend), 200);
    item.command = { command: 'depict.openGallery', title: l10n.t('Open Gallery') };
  }

  return Disposable.from(spend.onDidChange(show), { dispose: () => item?.dispose() });
}
