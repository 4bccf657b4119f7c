import assert from 'node:assert/strict';
import { themeOf } from '../../../demoApi/picture/words/theme.ts';
import type { Theme } from '../../../demoApi/picture/words/theme.ts';

describe('themeOf', () => {
  const cases: readonly (readonly [prompt: string, theme: Partial<Theme>])[] = [
    ['A lighthouse at dusk', { place: 'sea', time: 'dusk', weather: 'clear' }],
    ['snowy MOUNTAINS under the stars', { place: 'mountains', time: 'night', season: 'winter' }],
    ['a misty forest in the morning', { place: 'forest', time: 'dawn', weather: 'fog' }],
    ['city skyline, golden hour, rain', { place: 'city', time: 'dusk', weather: 'rain' }],
    ['a teal desert', { place: 'desert', hue: 'teal' }],
    ['autumn hills at noon', { place: 'hills', time: 'day', season: 'autumn' }],
    ['夕暮れの灯台', { place: 'sea', time: 'dusk' }],
    ['ein Wald im Nebel', { place: 'forest', weather: 'fog' }],
  ];
  for (const [prompt, expected] of cases) {
    it(`reads “${prompt}”`, () => {
      const theme = themeOf(prompt, []);
      for (const [name, value] of Object.entries(expected)) assert.equal(theme[name as keyof Theme], value, name);
    });
  }

  it('finds things by name, in plain and in other forms', () => {
    assert.deepEqual([...themeOf('sailing boats, birds and a castle', []).things], ['boat', 'castle', 'birds']);
  });

  it('does not find short words inside longer ones', () => {
    assert.equal(themeOf('a mermaid, seen by a star', []).things.size, 0);
    assert.equal(themeOf('a broken barn', []).hue, undefined);
  });

  it('leaves out what is not wanted', () => {
    assert.ok(themeOf('a lighthouse with birds', []).things.has('birds'));
    assert.ok(!themeOf('a lighthouse with birds', ['birds, text']).things.has('birds'));
    assert.equal(themeOf('rain over the sea', ['rain']).weather, 'clear');
  });

  it('gives words it does not know a look that stays', () => {
    assert.deepEqual(themeOf('quarterly report', []), themeOf(' Quarterly report', []));
    const places = new Set(
      ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta'].map((word) => themeOf(word, []).place),
    );
    assert.ok(places.size > 1);
  });
});
