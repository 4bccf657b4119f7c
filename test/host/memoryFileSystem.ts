/** A file system in memory under a scheme of its own, as extensions bring them: VS Code alone can reach it. */
import * as vscode from 'vscode';

export interface MemoryFileSystem extends vscode.Disposable {
  readonly root: vscode.Uri;
  /** Paths of the files, in the order in which they were made. */
  files(): readonly string[];
  read(path: string): Uint8Array | undefined;
  /** Puts a file there, with the folders above it, although the file system may be read-only for everybody else. */
  put(path: string, content: string | Uint8Array): vscode.Uri;
  /** Called with each path that somebody asks about, before the answer. */
  onStat: (path: string) => void;
  /** Refuses to write below this path, as a server may to people without the right. */
  forbidden: string | undefined;
}

/** A folder is `undefined`. */
type Entries = Map<string, Uint8Array | undefined>;

export function memoryFileSystem(scheme: string, { isReadonly = false } = {}): MemoryFileSystem {
  const entries: Entries = new Map([['/', undefined]]);
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const entryAt = (uri: vscode.Uri): Uint8Array | undefined => {
    if (!entries.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    return entries.get(uri.path);
  };
  const check = (uri: vscode.Uri): void => {
    if (system.forbidden !== undefined && uri.path.startsWith(system.forbidden))
      throw vscode.FileSystemError.NoPermissions(uri);
    const parent = vscode.Uri.joinPath(uri, '..');
    if (entryAt(parent) !== undefined) throw vscode.FileSystemError.FileNotADirectory(parent);
  };
  const set = (uri: vscode.Uri, content: Uint8Array | undefined): void => {
    const type = entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    entries.set(uri.path, content);
    changed.fire([{ type, uri }]);
  };
  const remove = (uri: vscode.Uri): void => {
    for (const path of [...entries.keys()].filter((path) => isWithin(path, uri.path))) entries.delete(path);
    changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  };

  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      system.onStat(uri.path);
      const content = entryAt(uri);
      const type = content === undefined ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime: 0, mtime: content?.length ?? 0, size: content?.length ?? 0 };
    },
    readDirectory: (uri) =>
      [...entries]
        .filter(([path]) => path !== '/' && vscode.Uri.joinPath(uri.with({ path }), '..').path === uri.path)
        .map(([path, content]) => [
          path.slice(path.lastIndexOf('/') + 1),
          content === undefined ? vscode.FileType.Directory : vscode.FileType.File,
        ]),
    createDirectory(uri) {
      check(uri);
      set(uri, undefined);
    },
    readFile(uri) {
      const content = entryAt(uri);
      if (content === undefined) throw vscode.FileSystemError.FileIsADirectory(uri);
      return content;
    },
    writeFile(uri, content, { create, overwrite }) {
      check(uri);
      if (!create && !entries.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
      if (!overwrite && entries.has(uri.path)) throw vscode.FileSystemError.FileExists(uri);
      set(uri, content);
    },
    delete: remove,
    rename(from, to) {
      check(to);
      for (const [path, content] of [...entries].filter(([path]) => isWithin(path, from.path)))
        set(to.with({ path: to.path + path.slice(from.path.length) }), content);
      remove(from);
    },
  };
  const registration = vscode.workspace.registerFileSystemProvider(scheme, provider, {
    isReadonly,
    isCaseSensitive: true,
  });
  const root = vscode.Uri.from({ scheme, path: '/' });

  const system: MemoryFileSystem = {
    root,
    files: () => [...entries].filter(([, content]) => content !== undefined).map(([path]) => path),
    read: (path) => entries.get(path),
    put(path, content) {
      const parts = path.split('/').slice(1, -1);
      parts.forEach((_, index) => entries.set(`/${parts.slice(0, index + 1).join('/')}`, undefined));
      entries.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
      return root.with({ path });
    },
    onStat: () => undefined,
    forbidden: undefined,
    dispose() {
      registration.dispose();
      changed.dispose();
    },
  };
  return system;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
