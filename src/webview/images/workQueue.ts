/** Does a few things at a time, in the order in which they were asked for. */

export interface WorkQueue {
  /** @returns takes the work back, unless it has begun */
  add(work: () => Promise<void>): () => void;
}

export function createWorkQueue(atOnce: number): WorkQueue {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  function next(): void {
    const work = running < atOnce ? waiting.shift() : undefined;
    if (!work) return;
    running += 1;
    void work().finally(() => {
      running -= 1;
      next();
    });
  }

  return {
    add(work) {
      waiting.push(work);
      next();
      return () => {
        const at = waiting.indexOf(work);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
  };
}
