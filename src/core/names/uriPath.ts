/**
 * Paths as `Uri.path` has them, the one representation in core: always absolute, always `/`, a Windows drive as
 * `/c:/repo`. Callers convert. Nothing here looks at a disk.
 */

/** The parts of a path with `.` and `..` worked out; `..` at the top stays there. */
export function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') segments.pop();
    else if (part !== '' && part !== '.') segments.push(part);
  }
  return segments;
}

/** `relative` seen from the folder `base`; an absolute `relative` replaces it. Normalised. */
export function joinPath(base: string, relative: string): string {
  return `/${segmentsOf(relative.startsWith('/') ? relative : `${base}/${relative}`).join('/')}`;
}

/** The folder that holds the path; the top is its own. */
export function parentPath(path: string): string {
  return `/${segmentsOf(path).slice(0, -1).join('/')}`;
}

/** The last part of the path, empty for the top. */
export function baseName(path: string): string {
  return segmentsOf(path).at(-1) ?? '';
}

/** Windows compares names without case. Everywhere else a different spelling may be a different file. */
export function sameName(a: string, b: string, ignoreCase: boolean): boolean {
  if (a === b) return true;
  return ignoreCase ? a.toLowerCase() === b.toLowerCase() : isDrive(a) && a.toLowerCase() === b.toLowerCase();
}

/** Lexically the folder itself or something below it. Drive letters never care about case. */
export function isInside(folder: string, path: string, ignoreCase = false): boolean {
  const outer = segmentsOf(folder);
  const inner = segmentsOf(path);
  return outer.length <= inner.length && outer.every((name, i) => sameName(name, inner[i] ?? '', ignoreCase));
}

/** `c:`, the first part of a Windows path. */
export function isDrive(segment: string): boolean {
  return /^[A-Za-z]:$/u.test(segment);
}
