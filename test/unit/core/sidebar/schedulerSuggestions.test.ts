import assert from 'node:assert/strict';
import { schedulerSuggestions } from '../../../../src/core/sidebar/schedulerSuggestions.ts';

describe('the suggestions for a scheduler', () => {
  const samplers = ['Euler', 'Euler a', 'DPM++ 2M'];
  const schedules = ['Karras', 'Exponential'];
  const suggested = (typed: string) => schedulerSuggestions({ samplers, schedules }, typed);

  it('are the samplers, and no schedule by itself', () => {
    assert.deepEqual(suggested(''), samplers);
    assert.deepEqual(suggested('Eul'), samplers);
    assert.deepEqual(suggested('Karras'), samplers);
  });

  it('go on with schedules behind the sampler that is typed', () => {
    assert.deepEqual(suggested(' DPM++ 2M '), [...samplers, 'DPM++ 2M Karras', 'DPM++ 2M Exponential']);
    assert.deepEqual(suggested('DPM++ 2M Kar').slice(3), ['DPM++ 2M Karras', 'DPM++ 2M Exponential']);
  });

  it('prefer the sampler with the longest name', () => {
    assert.deepEqual(suggested('Euler a K').slice(3, 5), ['Euler a Karras', 'Euler a Exponential']);
  });

  it('have each once: older programs list pairs as samplers', () => {
    const old = { samplers: ['DPM++ 2M', 'DPM++ 2M Karras'], schedules: ['Karras'] };
    assert.deepEqual(schedulerSuggestions(old, 'DPM++ 2M'), old.samplers);
    assert.deepEqual(schedulerSuggestions({ samplers: ['DDIM'], schedules: [] }, 'DDIM'), ['DDIM']);
  });
});
