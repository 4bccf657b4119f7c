import assert from 'node:assert/strict';
import { formKey } from '../../../../src/webview/create/formKey.ts';

const enter = { key: 'Enter', ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, repeat: false };

describe('formKey', () => {
  it('generates, or starts again, with Ctrl and on a Mac with Cmd', () => {
    assert.deepEqual(formKey({ ...enter, ctrlKey: true }, false), { action: 'generate' });
    assert.deepEqual(formKey({ ...enter, metaKey: true }, true), { action: 'generate' });
    assert.deepEqual(formKey({ ...enter, ctrlKey: true, shiftKey: true }, false), { action: 'startAgain' });
  });

  it('does nothing more while the keys are held, also on a button', () => {
    assert.deepEqual(formKey({ ...enter, ctrlKey: true, repeat: true }, false), {});
    assert.deepEqual(formKey({ ...enter, ctrlKey: true, shiftKey: true, repeat: true }, false), {});
    assert.deepEqual(formKey({ ...enter, repeat: true }, true), {});
  });

  it('leaves every other key to the field: new lines, also held, and what is being composed', () => {
    assert.equal(formKey(enter, false), undefined);
    assert.equal(formKey(enter, true), undefined);
    assert.equal(formKey({ ...enter, repeat: true }, false), undefined);
    assert.equal(formKey({ ...enter, ctrlKey: true, isComposing: true }, false), undefined);
    assert.equal(formKey({ ...enter, key: 'a', ctrlKey: true }, false), undefined);
  });
});
