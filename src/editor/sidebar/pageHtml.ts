/** The markup of the sidebar's page. Nothing inline runs or styles; the first state rides along, so that it is drawn at once. */
import { Uri, type Webview } from 'vscode';
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import type { ViewState } from '../../core/sidebar/viewState.ts';

export interface FirstState {
  readonly state: ViewState;
  readonly strings: PageStrings;
  /** The language of the texts: a BCP 47 tag. */
  readonly locale: string;
}

/** @param dist where webview.js and webview.css are: one of the view's `localResourceRoots` */
export function pageHtml(webview: Webview, dist: Uri, first: FirstState): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const address = (file: string): string => escaped(webview.asWebviewUri(Uri.joinPath(dist, file)).toString());
  const policy = [
    `default-src 'none'`,
    // `blob:` shows the small pictures that the page has just made itself.
    `img-src ${webview.cspSource} blob:`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(first.locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('webview.css')}">
<title>Depict</title>
</head>
<body>
<main id="page" data-first="${escaped(JSON.stringify(first))}"></main>
<script nonce="${nonce}" src="${address('webview.js')}"></script>
</body>
</html>
`;
}

/** For an attribute in double quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
