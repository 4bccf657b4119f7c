/** Where all windows of a workspace keep things together. */

/**
 * VS Code locks a workspace's storage for one window; the second one on the same folder gets a folder with `-1` behind
 * the workspace's id, and so does one that is opened while the first is still closing (its extHostStoragePaths). What is
 * kept by several processes anyway belongs into the first one's.
 * @param path of an extension's own folder within the storage: `…/workspaceStorage/<id>-1/<extension>`
 */
export function sharedStorage(path: string): string {
  return path.replace(/(\/-?[0-9a-f]+)-[1-9](?=\/[^/]+\/?$)/, '$1');
}
