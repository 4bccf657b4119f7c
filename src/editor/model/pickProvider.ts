/** Who is to make the pictures of a model that several serve. */
import { l10n, window } from 'vscode';

/**
 * Undefined when thought better of.
 * @param served at least one, in the user's order
 * @param current the provider that counts now
 */
export async function pickProvider(
  model: string,
  served: readonly string[],
  current: string,
): Promise<string | undefined> {
  const providers = [
    { provider: 'auto', detail: l10n.t('The first of them that can: {0}', served.join(', ')) },
    ...served.map((provider) => ({ provider })),
  ];
  const picked = await window.showQuickPick(
    providers.map(({ provider, ...more }) => ({
      ...more,
      label: provider,
      ...(provider === current ? { description: l10n.t('as it is set now') } : {}),
    })),
    { title: l10n.t('Provider for {0}', model), placeHolder: l10n.t('Choose who makes the pictures') },
  );
  return picked?.label;
}
