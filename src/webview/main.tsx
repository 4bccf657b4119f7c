/** The sidebar's page: reads the first state, listens to the host, draws. */
import { render } from 'preact';
import type { ToView } from '../core/sidebar/viewState.ts';
import { galleryLooks } from './gallery/galleryLooks.ts';
import { connectHost } from './host.ts';
import { dragImages } from './images/dragImages.ts';
import { createThumbnails } from './images/thumbnails.ts';
import { App } from './page/app.tsx';
import { createDates } from './page/dates.ts';
import { keepFocus } from './page/keepFocus.ts';
import { createPage, type Page } from './page/page.ts';
import { PageProvider } from './page/pageContext.ts';
import { readFirst } from './page/readFirst.ts';
import { takeFirstFocus } from './page/takeFirstFocus.ts';

function start(root: HTMLElement): void {
  const host = connectHost();
  const { state, strings, locale } = readFirst(root);
  const thumbnails = createThumbnails(host.send, () => draw(page));
  const numbers = new Intl.NumberFormat(locale);
  const dates = createDates(locale, strings.gallery);
  const page = createPage(state, host.send, Date.now, draw, host.looks.gallery);

  function draw(changed: Page): void {
    host.saveLooks({ gallery: galleryLooks(changed.state.gallery) });
    render(
      <PageProvider value={{ page: changed, strings, numbers, dates, host, thumbnails }}>
        <App state={changed.state} />
      </PageProvider>,
      root,
    );
  }

  draw(page);
  keepFocus(root);
  takeFirstFocus(page);
  addEventListener('dragstart', dragImages);
  addEventListener('message', ({ data }: MessageEvent<ToView>) => page.receive(data));
  host.send({ type: 'ready' });
}

const root = document.getElementById('page');
if (root) start(root);
