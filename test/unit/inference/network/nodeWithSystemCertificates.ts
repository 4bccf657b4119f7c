/** Finds a Node that can tell which certificates the system trusts, as that of VS Code does. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import { toolsFolder } from '../../../runner/root.mjs';

/** This one from 22.15 on, else that of the served VS Code where it has been brought. */
export function nodeWithSystemCertificates(): string | undefined {
  if ('getCACertificates' in tls) return process.execPath;
  const served = path.join(toolsFolder, `served/node_modules/node-${process.platform}-${process.arch}/bin/node`);
  return existsSync(served) ? served : undefined;
}
