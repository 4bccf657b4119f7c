/** What decides how links look in a document that no job was started from. */
import { workspace } from 'vscode';
import type { ImageHome } from '../save/imageHome.ts';
import { checkLinkTemplate, type LinkContext } from './linkFor.ts';

/** With the settings of now; one that cannot be used must not hide an image: then the language's own syntax will do. */
export function linkContext(home: ImageHome, languageId: string | undefined): LinkContext {
  const scope = home.document ?? home.base;
  const config = workspace.getConfiguration('depict', languageId === undefined ? scope : { uri: scope, languageId });
  const siteRoots: unknown = config.get('link.siteRoots');
  const template: unknown = config.get('link.template');
  return {
    home,
    languageId,
    settings: {
      siteRoots: Array.isArray(siteRoots) ? siteRoots.filter((one) => typeof one === 'string') : [],
      linkTemplate: typeof template === 'string' && isUsable(template) ? template : '',
    },
  };
}

function isUsable(template: string): boolean {
  try {
    checkLinkTemplate(template);
    return true;
  } catch {
    return false;
  }
}
