/** An event that something has changed, fired once for all that changes at a stroke. */
import { EventEmitter, type Disposable, type Event } from 'vscode';

export interface ChangeEvent extends Disposable {
  readonly event: Event<void>;
  /** Something has changed. Whoever listens hears of it when the code that runs now is done. */
  readonly tell: () => void;
}

export function createChangeEvent(): ChangeEvent {
  const emitter = new EventEmitter<void>();
  let isTelling = false;
  return {
    event: emitter.event,
    tell() {
      if (isTelling) return;
      isTelling = true;
      queueMicrotask(() => {
        isTelling = false;
        emitter.fire();
      });
    },
    dispose: () => emitter.dispose(),
  };
}
