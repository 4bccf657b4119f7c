/** Copies what makes an image as a program: what to run, without any token. */
import { env, l10n, window } from 'vscode';
import { invalid } from '../../core/checkRequest.ts';
import { codeFor, codeLanguages, type CodeLanguage } from '../../core/code/codeFor.ts';
import { whoIsAsked } from '../../core/code/whoIsAsked.ts';
import { readDefaults } from '../settings/readDefaults.ts';
import type { KnownImage } from './imageSettings.ts';

/**
 * @param given asked for where it is left out. Menus pass something else there: the selection, or the editor's group.
 * @returns the text; undefined when no language was chosen
 * @throws {ImageFailure} `invalidRequest` for a language that is none of ours
 */
export async function copyAsCode(known: KnownImage, given: unknown): Promise<string | undefined> {
  const chosen = given === undefined || typeof given === 'object' ? await askForLanguage() : checkLanguage(given);
  if (!chosen) return undefined;
  const { texts, endpoint } = readDefaults(known.image);
  const { prompt, model = texts.model, ...parameters } = known.settings;
  const { provider, target } = whoIsAsked(known.provider, texts.provider, endpoint);
  const text = codeFor(chosen, { prompt, model, provider, parameters }, target);
  await env.clipboard.writeText(text);
  const [variable] = /\b(?:HF|ENDPOINT)_TOKEN\b/.exec(text) ?? [];
  const copied = l10n.t('Copied as {0}.', names[chosen]);
  const hint = variable === undefined ? '' : l10n.t('It takes the token from the variable {0}.', variable);
  window.setStatusBarMessage(`${copied} ${hint}`.trim(), 5000);
  return text;
}

const names: Readonly<Record<CodeLanguage, string>> = { python: 'Python', javascript: 'JavaScript', curl: 'cURL' };

function checkLanguage(given: unknown): CodeLanguage {
  const language = codeLanguages.find((one) => one === given);
  if (!language) throw invalid({ type: 'wrongType', name: 'language', expected: 'choice', choices: codeLanguages });
  return language;
}

async function askForLanguage(): Promise<CodeLanguage | undefined> {
  const items = codeLanguages.map((language) => ({ label: names[language], language }));
  const title = l10n.t('Copy as Code');
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Choose a language') }))?.language;
}
