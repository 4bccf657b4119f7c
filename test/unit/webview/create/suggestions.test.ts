import assert from 'node:assert/strict';
import { isValidElement, toChildArray, type ComponentChild } from 'preact';
import { Suggestions } from '../../../../src/webview/create/suggestions.tsx';

describe('Suggestions', () => {
  it('is a list of the browser that a field can name, with each text as it is', () => {
    const list = Suggestions({ id: 'schedulers', texts: ['Euler a', '<b>DPM++ 2M</b>'] });
    assert.deepEqual([list.type, list.props['id']], ['datalist', 'schedulers']);
    assert.deepEqual(toChildArray(list.props.children).map(optionValue), ['Euler a', '<b>DPM++ 2M</b>']);
  });

  it('is empty where nothing is suggested', () => {
    assert.deepEqual(toChildArray(Suggestions({ id: 'schedulers', texts: [] }).props.children), []);
  });
});

function optionValue(child: ComponentChild): unknown {
  assert(isValidElement(child) && child.type === 'option');
  return 'value' in child.props ? child.props.value : undefined;
}
