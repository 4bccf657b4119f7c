/** Where the cursor was when a job was begun, for as long as it may still make images. */
import { Range, type TextEditor } from 'vscode';
import { createAnchor, type Anchor } from '../../links/anchor.ts';
import type { SidebarJob } from './sidebarJobs.ts';

export interface StartedAt {
  note(job: SidebarJob, editor: TextEditor): void;
  find(job: SidebarJob): Anchor | undefined;
  forget(job: SidebarJob): void;
}

/** Anchors are handed on to those who remember places for images; one that made none is let go. */
export function createStartedAt(isRemembered: (anchor: Anchor) => boolean): StartedAt {
  const anchors = new Map<SidebarJob, Anchor>();
  return {
    note(job, { document, selection }) {
      anchors.set(job, createAnchor(document, new Range(selection.active, selection.active), selection));
    },
    find: (job) => anchors.get(job),
    forget(job) {
      const anchor = anchors.get(job);
      anchors.delete(job);
      if (anchor && !isRemembered(anchor)) anchor.dispose();
    },
  };
}
