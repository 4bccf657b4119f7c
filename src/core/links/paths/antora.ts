/** Where Antora keeps the images of AsciiDoc: in the folder of a module, whichever page names them. */
import { baseName, joinPath, parentPath } from '../../names/uriPath.ts';
import type { Folder } from './folder.ts';

/** `image$x.png`, `module:x.png`, `module:image$x.png`; of components and versions nobody here knows. */
const resource = /^(?:([\w.-]+):)?(?:image\$)?([^:@$]+)$/u;

/** An id of Antora's that is no path anywhere else. */
export function isAntoraId(path: string): boolean {
  return /\$|^[^/]*@|^[\w.-]*:/u.test(path);
}

/** The folder of the module that a document belongs to, `…/modules/ROOT`. @param around innermost first */
export function antoraModule(around: readonly Folder[]): Folder | undefined {
  return around.find(
    ({ path }, index) =>
      baseName(parentPath(path)) === 'modules' &&
      around[index + 2]?.names.some((name) => /^antora\b.*\.yml$/u.test(name)),
  );
}

/** Likeliest first; empty for what lies in another component. */
export function antoraImages(link: string, { path, names }: Folder): readonly string[] {
  const [, module, name] = resource.exec(link) ?? [];
  if (name === undefined) return [];
  const home = module === undefined ? path : joinPath(parentPath(path), `./${module}`);
  // `assets/images` is Antora's older layout.
  const isOld = !names.includes('images') && names.includes('assets');
  const folders = isOld ? ['assets/images', 'images'] : ['images', 'assets/images'];
  return folders.map((folder) => joinPath(home, `./${folder}/${name}`));
}
