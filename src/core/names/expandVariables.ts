/**
 * Fills `${name}` and `${name/pattern/replacement/}` in a setting, with the syntax of VS Code's own
 * `markdown.copyFiles.destination`: `\$` is a dollar sign, `\/` a slash inside a transform.
 */
import { ImageFailure, type RequestProblem } from '../failure.ts';
import { isSafeTransform } from './isSafeTransform.ts';

export type Variables = Readonly<Record<string, string>>;

const placeholder = /\\\$|\$\{(\w+)(?:\/((?:\\.|[^\\/}])+)\/((?:\\.|[^\\/}])*)\/)?\}/gu;

/** A setting longer than this is a mistake. */
const maxTemplateLength = 1_000;

/**
 * @param name the setting's or argument's name, for the failure
 * @throws {ImageFailure} `unknownVariable`; `badPath` for a template over 1,000 characters, and for a transform whose
 * pattern is no regular expression or could take very long
 */
export function expandVariables(template: string, variables: Variables, name: string): string {
  if (template.length > maxTemplateLength) throw invalid({ type: 'badPath', path: template.slice(0, 300) });
  return template.replace(
    placeholder,
    (match: string, variable: string | undefined, pattern: string | undefined, replacement: string | undefined) => {
      if (variable === undefined) return '$';
      if (!Object.hasOwn(variables, variable)) throw invalid({ type: 'unknownVariable', name, variable });
      const value = variables[variable] ?? '';
      if (pattern === undefined || replacement === undefined) return value;
      return transformed(value, unescaped(pattern), unescaped(replacement)) ?? fail(match);
    },
  );
}

/** VS Code replaces the first match only; undefined where the pattern cannot be used. */
function transformed(value: string, pattern: string, replacement: string): string | undefined {
  if (!isSafeTransform(pattern, value.length)) return undefined;
  try {
    return value.replace(new RegExp(pattern), replacement);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function unescaped(text: string): string {
  return text.replaceAll('\\/', '/');
}

function fail(path: string): never {
  throw invalid({ type: 'badPath', path });
}

function invalid(problem: RequestProblem): ImageFailure {
  return new ImageFailure({ kind: 'invalidRequest', problem });
}
