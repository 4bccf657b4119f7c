/** Typst's own compiler. It refuses a document whose image is not there: what it sees, it has found. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { joinPath } from '../../../../../src/core/names/uriPath.ts';
import { root } from '../../../../runner/root.mjs';
import type { Compiler, SeenImage } from './compiler.ts';
import { onePixel } from './onePixel.ts';

const packageName = '@myriaddreamin/typst-ts-web-compiler';
const program = 'pkg/typst_ts_web_compiler_bg.wasm';
const folder = '/docs/book';

/** A piece of content, as a query gives it. */
interface Content {
  readonly func: string;
  readonly value?: unknown;
  readonly source?: string;
  readonly alt?: string | null;
  readonly text?: string;
  readonly double?: boolean;
  readonly body?: Content | null;
  readonly caption?: Content | null;
  readonly children?: readonly Content[];
}

export const typstCompiler: Compiler = {
  name: 'Typst',
  leftOut: undefined,
  async see(documents, files) {
    const compiler = await createCompiler();
    for (const file of files) compiler.map_shadow(joinPath(folder, file), onePixel);
    documents.forEach((text, index) => compiler.add_source(`${folder}/${index}.typ`, text));
    const main = documents.map((_, index) => `#block[#metadata(${index})\n#include "${index}.typ"]\n`);
    compiler.add_source(`${folder}/main.typ`, main.join(''));
    const query = compiler.query(`${folder}/main.typ`, undefined, 'selector(metadata).or(image).or(figure)', undefined);
    const seen = documents.map((): SeenImage[] => []);
    let current = -1;
    let caption: string | undefined;
    for (const content of JSON.parse(query) as readonly Content[]) {
      if (content.func === 'metadata') [current, caption] = [Number(content.value), undefined];
      else if (content.func === 'figure') caption = textOf(content.caption);
      else {
        const { source = '', alt } = content;
        seen[current]?.push({ source, alt: alt ?? '', ...(caption === undefined ? {} : { caption }) });
      }
    }
    compiler.free();
    return seen;
  },
};

async function createCompiler(): Promise<TypstCompiler> {
  const { initSync, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
  initSync({ module: new WebAssembly.Module(readFileSync(path.join(root, 'node_modules', packageName, program))) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  return builder.build();
}

function textOf(content: Content | null | undefined): string {
  if (!content) return '';
  if (content.func === 'space') return ' ';
  if (content.func === 'smartquote') return content.double === false ? "'" : '"';
  return (content.text ?? '') + textOf(content.body) + (content.children ?? []).map(textOf).join('');
}
