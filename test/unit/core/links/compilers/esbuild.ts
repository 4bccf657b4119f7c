/** esbuild's readers of JSX and of style sheets. */
import { build, transform, type Plugin } from 'esbuild';
import type { Compiler, SeenImage } from './compiler.ts';

/** What the code makes is what is seen: it is run. */
export const esbuildJsx: Compiler = {
  name: 'esbuild (JSX)',
  leftOut: undefined,
  see: (documents) => Promise.all(documents.map(imagesOfCode)),
};

interface Element {
  readonly name: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}

async function imagesOfCode(text: string): Promise<readonly SeenImage[]> {
  const { code } = await transform(text, { loader: 'tsx', jsx: 'transform', jsxFactory: 'h', format: 'cjs' });
  const elements: Element[] = [];
  const h = (name: unknown, attributes: Element['attributes'] | null, ...children: readonly unknown[]): Element => {
    const element = { name, attributes: attributes ?? {}, children };
    elements.push(element);
    return element;
  };
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function('h', 'module', 'exports', code)(h, {}, {});
  const captions = elements.filter(({ name }) => name === 'figcaption').map(({ children }) => children.join(''));
  return elements
    .filter(({ name }) => name === 'img')
    .map(({ attributes }) => {
      const [caption] = captions;
      const seen = { source: String(attributes['src']), alt: String(attributes['alt']) };
      return caption === undefined ? seen : { ...seen, caption };
    });
}

/** It asks where each file is that a sheet names. There are no alt texts. */
export const esbuildCss: Compiler = {
  name: 'esbuild (CSS)',
  leftOut: undefined,
  async see(documents) {
    const seen = documents.map((): SeenImage[] => []);
    const sheets: Plugin = {
      name: 'sheets',
      setup(bundle) {
        bundle.onResolve({ filter: /^sheet:/ }, ({ path }) => ({ path, namespace: 'sheet' }));
        bundle.onResolve({ filter: /.*/, namespace: 'sheet' }, ({ path, importer }) => {
          seen[Number(importer.replace(/\D/gu, ''))]?.push({ source: path, alt: undefined });
          return { path, external: true };
        });
        bundle.onLoad({ filter: /.*/, namespace: 'sheet' }, ({ path }) => {
          return { contents: documents[Number(path.replace(/\D/gu, ''))] ?? '', loader: 'css' };
        });
      },
    };
    const entryPoints = documents.map((_, index) => ({ in: `sheet:${index}`, out: `sheet${index}` }));
    await build({ entryPoints, bundle: true, write: false, outdir: 'out', plugins: [sheets], logLevel: 'silent' });
    return seen;
  },
};
