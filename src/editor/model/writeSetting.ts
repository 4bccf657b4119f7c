/** Writes a setting where it counts: into the narrowest scope that has it already, else into the user's own settings. */
import { ConfigurationTarget, l10n, workspace, type Uri } from 'vscode';

/**
 * @param scope the file or folder that the setting counts for
 * @returns where it stands now, for people
 * @throws what VS Code says where the settings cannot be written
 */
export async function writeSetting(key: string, value: string, scope: Uri | undefined): Promise<string> {
  const config = workspace.getConfiguration('depict', scope ?? null);
  const target = targetFor(config.inspect(key), scope);
  await config.update(key, value, target);
  return placeName(target, scope);
}

type Inspected = ReturnType<ReturnType<typeof workspace.getConfiguration>['inspect']>;

/** In Restricted Mode what a workspace sets does not count, and nothing is written into it. */
function targetFor(found: Inspected, scope: Uri | undefined): ConfigurationTarget {
  if (!workspace.isTrusted) return ConfigurationTarget.Global;
  const hasFolder = scope !== undefined && workspace.getWorkspaceFolder(scope) !== undefined;
  if (hasFolder && found?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  return found?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
}

function placeName(target: ConfigurationTarget, scope: Uri | undefined): string {
  if (target === ConfigurationTarget.Global) return l10n.t('your settings');
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  const folder = scope && workspace.getWorkspaceFolder(scope);
  return target === ConfigurationTarget.WorkspaceFolder && several && folder
    ? l10n.t('the settings of the folder {0}', folder.name)
    : l10n.t('the settings of this workspace');
}
