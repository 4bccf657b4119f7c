import assert from 'node:assert/strict';
import { ratioChoice, sizeOf, swapped, withChoice, withSide } from '../../../../src/webview/create/size.ts';

const unset = { width: '', height: '' };
const square = { width: '1024', height: '1024' };

describe('size', () => {
  it('is what stands in the form, or behind its empty fields', () => {
    assert.deepEqual(sizeOf({ width: '512', height: '' }, square), { width: 512, height: 1024 });
    assert.equal(sizeOf({ width: '512', height: '' }, unset), undefined);
    assert.equal(sizeOf({ width: '512', height: 'tall' }, square), undefined);
    assert.equal(sizeOf({ width: '0', height: '512' }, square), undefined);
  });

  it('is called by its preset where it is one', () => {
    assert.equal(ratioChoice(unset, square), 'default');
    assert.equal(ratioChoice({ width: '1344', height: '768' }, unset), '16:9');
    assert.equal(ratioChoice({ width: '1000', height: '300' }, unset), 'custom');
    assert.equal(ratioChoice({ width: 'wide', height: '300' }, unset), 'custom');
  });

  it('keeps its number of pixels when a preset is chosen, and goes back to the default', () => {
    assert.deepEqual(withChoice({ width: '512', height: '512' }, square, '16:9'), { width: '704', height: '384' });
    assert.deepEqual(withChoice(unset, unset, '1:1'), square);
    assert.deepEqual(withChoice(square, square, 'default'), unset);
    assert.deepEqual(withChoice(square, square, 'custom'), square);
  });

  it('is swapped, the default too', () => {
    assert.deepEqual(swapped(unset, { width: '1344', height: '768' }), { width: '768', height: '1344' });
    assert.deepEqual(swapped({ width: 'wide', height: '' }, unset), { width: '', height: 'wide' });
  });

  it('keeps its ratio through all that stands there while one types', () => {
    const kept = { width: 1344, height: 768 };
    const typed = ['6', '67', '672', ''].map((text) => withSide({ width: '1344', height: '768' }, 'width', text, kept));
    assert.deepEqual(typed.at(2), { width: '672', height: '384' });
    assert.deepEqual(typed.at(3), unset);
    assert.deepEqual(withSide(square, 'height', '384', kept), { width: '672', height: '384' });
  });

  it('lets one side be what was typed where there is no ratio or no number', () => {
    assert.deepEqual(withSide(square, 'width', '12', undefined), { width: '12', height: '1024' });
    assert.deepEqual(withSide(square, 'width', '12x', { width: 1, height: 1 }), { width: '12x', height: '1024' });
  });
});
