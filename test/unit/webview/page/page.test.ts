import assert from 'node:assert/strict';
import type { FromView } from '../../../../src/core/sidebar/fromView.ts';
import { emptyForm } from '../../../../src/core/sidebar/formValues.ts';
import type { ViewState } from '../../../../src/core/sidebar/viewState.ts';
import { fieldState } from '../../../../src/webview/create/fieldState.ts';
import { createPage, type Page } from '../../../../src/webview/page/page.ts';
import { viewState } from '../cards.ts';

describe('createPage', () => {
  it('sends every change of the form at once, and draws it', () => {
    const { page, sent, drawn } = start(viewState());
    page.changeForm({ prompt: 'a' });
    page.changeForm({ steps: '4' });
    assert.deepEqual(sent, [
      { type: 'form', values: { ...emptyForm, prompt: 'a' } },
      { type: 'form', values: { ...emptyForm, prompt: 'a', steps: '4' } },
    ]);
    assert.equal(drawn(), 2);
  });

  it('keeps what was typed until the host itself changes the form', () => {
    const { page } = start(viewState());
    page.changeForm({ prompt: 'typed' });
    page.receive({ type: 'state', state: viewState({ values: { ...emptyForm, prompt: 'older' } }) });
    assert.equal(page.state.values.prompt, 'typed');
    page.receive({ type: 'state', state: viewState({ values: { ...emptyForm, prompt: 'reused' }, revision: 2 }) });
    assert.equal(page.state.values.prompt, 'reused');
  });

  it('believes the host where nothing was typed yet: the markup may be from before the view was hidden', () => {
    const { page } = start(viewState({ values: { ...emptyForm, prompt: 'older' } }));
    page.receive({ type: 'state', state: viewState({ values: { ...emptyForm, prompt: 'newer' } }) });
    assert.equal(page.state.values.prompt, 'newer');
  });

  it('stays on the tab that was chosen while older snapshots come in', () => {
    const { page, sent } = start(viewState());
    page.showTab('gallery');
    assert.deepEqual(sent, [{ type: 'tab', tab: 'gallery' }]);
    page.receive({ type: 'state', state: viewState() });
    assert.equal(page.state.tab, 'gallery');
    page.receive({ type: 'state', state: viewState({}, { tab: 'gallery' }) });
    page.receive({ type: 'state', state: viewState() });
    assert.equal(page.state.tab, 'create', 'the host has confirmed the tab, and changed it afterwards');
  });

  it('asks for the focus once when Generate was refused, and not for problems nobody asked about', () => {
    const { page } = start(viewState());
    const refusal: ViewState = viewState({ problems: { prompt: 'Empty.' } });
    page.receive({ type: 'state', state: refusal });
    assert.deepEqual(page.state.focus, undefined);
    page.act('generate');
    page.receive({ type: 'state', state: refusal });
    assert.deepEqual(page.state.focus, { target: 'problem' });
    page.update((state) => ({ ...state, focus: undefined }));
    page.receive({ type: 'state', state: refusal });
    assert.deepEqual(page.state.focus, undefined);
  });

  it('shows a problem at its field until the field is changed, and again when it is refused again', () => {
    const { page } = start(viewState());
    page.changeForm({ steps: 'x' });
    page.act('generate');
    const refusal = viewState({ problems: { steps: 'No number.' }, notTaken: { seed: 'Not taken.' } });
    page.receive({ type: 'state', state: refusal });
    assert.equal(fieldState(page.state, 'steps').problem, 'No number.');
    assert.equal(fieldState(page.state, 'steps').describedBy, 'field-steps-problem');
    assert.equal(fieldState(page.state, 'seed', true).describedBy, 'field-seed-hint field-seed-reason');
    page.changeForm({ steps: 'y' });
    assert.equal(fieldState(page.state, 'steps').problem, undefined);
    page.act('generate');
    page.receive({ type: 'state', state: refusal });
    assert.equal(fieldState(page.state, 'steps').problem, 'No number.');
  });

  it('goes on with what the gallery was searched for before the page was thrown away', () => {
    const query = { text: 'sea', model: 'a/b', document: '', favourites: true };
    assert.deepEqual(start(viewState({}, { query })).page.state.gallery.query, query);
  });

  it('offers to bring back what was typed until something else is typed', () => {
    const { page } = start(viewState({ canUndo: true }));
    page.act('generate');
    assert.equal(page.state.view.form.canUndo, true);
    page.changeForm({ prompt: 'a' });
    assert.equal(page.state.view.form.canUndo, false);
  });

  it('measures how far the clocks are apart with every message that tells the time', () => {
    const { page, clock } = start(viewState({}, { now: 5_000 }));
    assert.equal(page.state.clockAhead, 4_000);
    clock.now = 3_000;
    page.receive({ type: 'jobs', jobs: [], now: 3_500 });
    assert.equal(page.state.clockAhead, 500);
  });

  it('reads the same words twice when they come twice, and keeps the two regions apart', () => {
    const { page } = start(viewState());
    page.receive({ type: 'announce', text: 'Done.', urgent: false });
    const first = page.state.polite;
    page.receive({ type: 'announce', text: 'Done.', urgent: false });
    assert.equal(page.state.polite.text, first.text);
    assert.notEqual(page.state.polite.turn, first.turn);
    assert.equal(page.state.urgent.text, '');
  });

  it('leaves the focus to whoever chooses a tab: an older wish does not take it later', () => {
    const { page } = start(viewState());
    page.receive({ type: 'focus', target: 'gallery' });
    page.showTab('create');
    assert.equal(page.state.focus, undefined);
  });

  it('goes where the host wants the focus', () => {
    const { page } = start(viewState());
    page.receive({ type: 'focus', target: 'gallery' });
    assert.deepEqual([page.state.tab, page.state.focus], ['gallery', { target: 'gallery' }]);
    page.receive({ type: 'focus', target: 'prompt' });
    assert.deepEqual([page.state.tab, page.state.focus], ['create', { target: 'prompt' }]);
  });
});

function start(first: ViewState) {
  const sent: FromView[] = [];
  const clock = { now: 1_000 };
  let drawings = 0;
  const page: Page = createPage(
    first,
    (message) => sent.push(message),
    () => clock.now,
    () => (drawings += 1),
  );
  return { page, sent, clock, drawn: () => drawings };
}
