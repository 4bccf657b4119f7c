/** Lets a limited number of pieces of work run at a time; the others wait in the order they came. */

export interface Slots {
  /**
   * Waits for a place, runs the work and frees the place. `onAhead` hears how many are still ahead, each time that
   * changes. Leaving the line while waiting is done by `leave`.
   */
  run<T>(work: () => Promise<T>, waiting: Waiting): Promise<T>;
}

export interface Waiting {
  readonly onAhead: (ahead: number) => void;
  /** Registers what to call to leave the line early; the work then never starts and `run` rejects with the reason. */
  readonly onLeave: (leave: (reason: Error) => void) => void;
}

interface Waiter {
  readonly start: () => void;
  readonly onAhead: (ahead: number) => void;
}

/** `limit` is asked each time a place may have come free, so a changed setting counts at once. */
export function createSlots(limit: () => number): Slots {
  const line: Waiter[] = [];
  let running = 0;

  function advance(): void {
    while (running < limit() && line.length > 0) {
      running += 1;
      line.shift()?.start();
    }
    line.forEach(({ onAhead }, index) => onAhead(index));
  }

  function place({ onAhead, onLeave }: Waiting): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { start: resolve, onAhead };
      line.push(waiter);
      onLeave((reason) => {
        const index = line.indexOf(waiter);
        if (index === -1) return;
        line.splice(index, 1);
        reject(reason);
        advance();
      });
      advance();
    });
  }

  return {
    async run(work, waiting) {
      await place(waiting);
      try {
        return await work();
      } finally {
        running -= 1;
        advance();
      }
    },
  };
}
