// The page is the only stranger that talks to the host: whatever it says, nothing but a message comes of it.
import assert from 'node:assert/strict';
import { formActions, imageActions, parseFromView } from '../../../../src/core/sidebar/fromView.ts';
import { emptyForm } from '../../../../src/core/sidebar/formValues.ts';

const values = { ...emptyForm, prompt: 'a lighthouse', negativePrompt: ['fog'], seedLocked: true };

describe('what the page may say', () => {
  const messages = [
    { type: 'ready' },
    { type: 'form', values },
    ...formActions.map((type) => ({ type, values })),
    { type: 'tab', tab: 'gallery' },
    { type: 'job', id: 'own-1', button: 'cancel' },
    { type: 'notice', button: 'setToken' },
    ...imageActions.map((action) => ({ type: 'image', id: '1', action })),
    { type: 'gallery', query: { text: 'sea', model: '', document: '', favourites: true } },
    { type: 'slice', revision: 1, from: 0, count: 60 },
    { type: 'cards', ids: ['1', '2'] },
    { type: 'thumbnail', id: '1', bytes: new Uint8Array([1]) },
    { type: 'unreadable', id: '1' },
    { type: 'droppedFile', bytes: new Uint8Array([1]) },
    { type: 'droppedUri', uri: 'file:///a.png' },
  ];

  for (const message of messages) {
    it(`${message.type} ${'action' in message ? message.action : ''}`, () => {
      assert.deepEqual(parseFromView(message), message);
    });
  }

  it('takes bytes that come as a buffer', () => {
    const { buffer } = new Uint8Array([1, 2]);
    assert.deepEqual(parseFromView({ type: 'droppedFile', bytes: buffer }), {
      type: 'droppedFile',
      bytes: new Uint8Array([1, 2]),
    });
  });

  it('drops fields that belong to no message', () => {
    assert.deepEqual(parseFromView({ type: 'unreadable', id: '1', path: '/etc/passwd' }), {
      type: 'unreadable',
      id: '1',
    });
  });

  it('asks for a bounded number of images at a time', () => {
    const message = parseFromView({ type: 'slice', revision: 1, from: 0, count: 1e9 });
    assert(message?.type === 'slice' && message.count <= 400);
  });
});

describe('what is no message', () => {
  const nothing: readonly unknown[] = [
    undefined,
    null,
    0,
    'ready',
    [],
    {},
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'toString' },
    { type: ['ready'] },
    { type: 'tab', tab: 'settings' },
    { type: 'job', id: '', button: 'cancel' },
    { type: 'job', id: 'x'.repeat(101), button: 'cancel' },
    { type: 'job', id: 'a', button: 'x'.repeat(251) },
    { type: 'job', id: 1, button: 'cancel' },
    { type: 'image', id: '1', action: 'constructor' },
    { type: 'image', id: '../../etc', action: 'run' },
    { type: 'slice', revision: 1, from: -1, count: 1 },
    { type: 'slice', revision: 1, from: 0.5, count: 1 },
    { type: 'slice', revision: '1', from: 0, count: Number.NaN },
    { type: 'cards', ids: 'all' },
    { type: 'cards', ids: ['1', 2] },
    { type: 'cards', ids: Array.from({ length: 11 }, () => '1') },
    { type: 'thumbnail', id: '1', bytes: [1, 2] },
    { type: 'thumbnail', id: '1', bytes: new Uint8Array() },
    { type: 'thumbnail', id: '1', bytes: new Uint8Array(1024 * 1024) },
    { type: 'thumbnail', id: '1', bytes: 'data:image/png;base64,AA==' },
    { type: 'droppedUri', uri: 1 },
    { type: 'droppedUri', uri: 'x'.repeat(20_000) },
  ];

  for (const [index, value] of nothing.entries()) {
    const shown: string | undefined = JSON.stringify(value);
    it(`${index}: ${shown?.slice(0, 60)}`, () => assert.equal(parseFromView(value), undefined));
  }

  it('is a form only as far as it looks like one', () => {
    const garbage = { prompt: 1, negativePrompt: ['a', 2], seedLocked: 'yes', count: '4', styles: {}, extra: 1 };
    assert.deepEqual(parseFromView({ type: 'form', values: garbage }), {
      type: 'form',
      values: { ...emptyForm, count: '4' },
    });
  });

  it('does not get around the form by its prototype', () => {
    const inherited: unknown = Object.create({ prompt: 'inherited' });
    assert.deepEqual(parseFromView({ type: 'form', values: inherited }), { type: 'form', values: emptyForm });
  });

  it('never throws, whatever comes', () => {
    const pieces: readonly unknown[] = [
      undefined,
      null,
      -1,
      Infinity,
      '',
      'form',
      [],
      {},
      new Uint8Array(3),
      Symbol('x'),
      1n,
    ];
    const types = ['ready', 'form', 'slice', 'thumbnail', 'gallery', 'image', 'job', 'tab', 'notice', 'droppedUri'];
    for (const type of types) {
      for (const one of pieces) {
        for (const other of pieces) {
          const fields = { id: one, action: other, button: other, query: one, values: one, from: other, count: one };
          parseFromView({ type, ...fields, revision: one, bytes: other, uri: one, tab: other });
        }
      }
    }
  });
});
