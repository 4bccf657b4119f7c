// npm writes what it sees: the registry of the machine at hand, and only the platforms which that registry has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('the lock file', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

  it('names no registry', () => {
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
    assert.deepEqual(named, []);
  });

  it('has the optional packages of every platform, without which npm ci refuses it', () => {
    const wanted = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => [`${place}/node_modules/${name}`, `node_modules/${name}`]),
    );
    const missing = wanted.filter((places) => places.every((place) => packages[place]?.version === undefined));
    assert.deepEqual(missing, []);
  });
});
