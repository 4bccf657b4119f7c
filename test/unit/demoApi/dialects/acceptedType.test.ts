import assert from 'node:assert/strict';
import { acceptedType } from '../../../demoApi/dialects/acceptedType.ts';

describe('acceptedType', () => {
  const cases: readonly (readonly [accept: string | undefined, type: string])[] = [
    [undefined, 'image/jpeg'],
    ['*/*', 'image/jpeg'],
    ['image/*', 'image/jpeg'],
    ['image/png', 'image/png'],
    ['IMAGE/PNG', 'image/png'],
    ['image/jpeg', 'image/jpeg'],
    ['image/png, image/jpeg', 'image/jpeg'],
    ['image/png, */*;q=0.8', 'image/png'],
    ['image/png;q=0.2, image/jpeg;q=0.1', 'image/png'],
    ['application/json', 'image/jpeg'],
  ];
  for (const [accept, type] of cases) {
    it(`${accept} → ${type}`, () => assert.equal(acceptedType(accept), type));
  }
});
