/** Where the main file of a LaTeX document is: LaTeX runs there, and paths in all parts start there. */

/** From `% !TeX root = ../main.tex`, as editors have it: `../`, empty for the same folder; undefined where nothing says. */
export function rootFolder(text: string): string | undefined {
  const root = /^\s*%\s*!\s*TeX\s+root\s*=\s*(\S.*?)\s*$/imu.exec(text.slice(0, 4_000))?.[1];
  if (root === undefined || /^(?:\/|[A-Za-z]:)/u.test(root)) return undefined;
  return root.slice(0, root.lastIndexOf('/') + 1).replace(/^(?:\.\/)+/u, '');
}
