/** How many images may be on their way at a time: `depict.maxConcurrentJobs`, at least one. */
import { workspace } from 'vscode';

export function requestLimit(): number {
  const value: unknown = workspace.getConfiguration('depict').get('maxConcurrentJobs');
  return typeof value === 'number' && value >= 1 ? Math.floor(value) : 1;
}
