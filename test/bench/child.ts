/** A program of the bench in a process of its own that answers questions, one at a time. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { atExit } from '../runner/run.mjs';

export interface Child<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  end(): void;
}

/** @param program folder of its main.ts below test/bench */
export function startChild<Question extends object, Answer>(
  program: string,
  args: readonly string[] = [],
): Child<Question, Answer> {
  const child = fork(path.join(__dirname, program, 'main.js'), args, {
    // Without source maps, whose loading would be seen in the memory.
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  });
  const end = atExit(() => child.kill());
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const onExit = (code: number | null): void => {
          reject(new Error(`${program} ${args.join(' ')} ended with code ${code}.`));
        };
        child.once('exit', onExit);
        child.once('message', (answer) => {
          child.off('exit', onExit);
          resolve(answer as Answer);
        });
        child.send(question);
      }),
    end,
  };
}

/** The other side: answers every question of the process that has started this one, and ends with it. */
export function answer(reply: (question: never) => Promise<object>): void {
  process.on('message', (question) => {
    void reply(question as never).then((result) => process.send?.(result));
  });
  process.on('disconnect', () => process.exit());
}
