/** A Uri of whatever was passed for one. */
import { Uri } from 'vscode';

/** A Uri, or what JSON makes of one: links in hovers, keybindings and other extensions hand it over as that. */
export function uriFrom(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  const { scheme, ...parts } = (given ?? {}) as Partial<Record<Part, unknown>>;
  if (typeof scheme !== 'string' || scheme === '' || typeof parts.path !== 'string') return undefined;
  try {
    return Uri.from({
      scheme,
      path: parts.path,
      authority: text(parts.authority),
      query: text(parts.query),
      fragment: text(parts.fragment),
    });
  } catch {
    return undefined;
  }
}

function text(part: unknown): string {
  return typeof part === 'string' ? part : '';
}

type Part = 'scheme' | 'authority' | 'path' | 'query' | 'fragment';
