/** The styles that the user has: names for texts that are added to prompts. */
import { workspace, type ConfigurationScope } from 'vscode';

/** Whatever in the setting is no text is left out. */
export function readStyles(scope: ConfigurationScope | undefined): Readonly<Record<string, string>> {
  const setting: unknown = workspace.getConfiguration('depict', scope ?? null).get('styles');
  const entries = typeof setting === 'object' && setting !== null ? Object.entries(setting) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== ''),
  );
}
