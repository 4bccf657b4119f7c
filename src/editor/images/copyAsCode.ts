/** Copies what makes an image as a program: what to run, without any token. */
import { env, l10n, window } from 'vscode';
import { codeFor, codeLanguages, type CodeLanguage } from '../../core/code/codeFor.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import { readDefaults } from '../settings/readDefaults.ts';

/** @returns the text; undefined when no language was chosen */
export async function copyAsCode(settings: ReusableSettings, language: unknown): Promise<string | undefined> {
  const chosen = codeLanguages.find((one) => one === language) ?? (await askForLanguage());
  if (!chosen) return undefined;
  const { texts, endpoint } = readDefaults(undefined);
  const { prompt, model = texts.model, ...parameters } = settings;
  const text = codeFor(chosen, { prompt, model, provider: texts.provider, parameters }, endpoint);
  await env.clipboard.writeText(text);
  const [variable] = /\b(?:HF|ENDPOINT)_TOKEN\b/.exec(text) ?? [];
  const copied = l10n.t('Copied as {0}.', names[chosen]);
  const hint = variable === undefined ? '' : l10n.t('It takes the token from the variable {0}.', variable);
  window.setStatusBarMessage(`${copied} ${hint}`.trim(), 5000);
  return text;
}

const names: Readonly<Record<CodeLanguage, string>> = { python: 'Python', javascript: 'JavaScript', curl: 'cURL' };

async function askForLanguage(): Promise<CodeLanguage | undefined> {
  const items = codeLanguages.map((language) => ({ label: names[language], language }));
  const title = l10n.t('Copy as Code');
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Choose a language') }))?.language;
}
