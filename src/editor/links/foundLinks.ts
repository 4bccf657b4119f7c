/** The image links of open documents, looked for once for each version of a document. */
import { workspace, type Disposable, type TextDocument } from 'vscode';
import type { FoundLink } from '../../core/links/linkStyle.ts';
import { linkStyleFor } from '../../core/links/linkStyles.ts';
import { createVersionCache } from '../../core/links/versionCache.ts';
import { createListFolder, type ListFolder } from './listFolder.ts';

export interface FoundLinks extends Disposable {
  /** In the order of the text; empty in languages without links. */
  in(document: TextDocument): readonly FoundLink[];
  /** To look around for where they lead; remembers configurations. */
  readonly list: ListFolder;
}

export function createFoundLinks(): FoundLinks {
  const cache = createVersionCache<readonly FoundLink[]>();
  const closing = workspace.onDidCloseTextDocument((document) => cache.drop(document.uri.toString()));
  return {
    in(document) {
      const style = linkStyleFor(document.languageId);
      if (!style) return [];
      // Choosing another language closes and opens a document, and may leave its version as it is.
      const version = `${document.languageId} ${document.version}`;
      return cache.get(document.uri.toString(), version, () => style.find(document.getText()));
    },
    list: createListFolder(),
    dispose() {
      closing.dispose();
    },
  };
}
