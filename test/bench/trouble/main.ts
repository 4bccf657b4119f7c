/** One client in trouble after trouble, in a process of its own. */
import { inspectImage } from '../../../src/core/image/inspectImage.ts';
import { ImageFailure, isImageFailure } from '../../../src/core/failure.ts';
import { startDemoApi } from '../../demoApi/demoApi.ts';
import { answer } from '../child.ts';
import { askDepict, askOfficialClient, type Got } from './contenders.ts';
import { troubles } from './troubles.ts';

export interface InTrouble {
  /** Which of the troubles. */
  readonly index: number;
  readonly patienceSeconds: number;
}

export interface CameOut {
  /** How many arrived at the service. */
  readonly requests: number;
  /** Milliseconds until it ended, or until patience did. */
  readonly time: number;
  readonly words: string;
}

const asking = process.argv[2] === 'depict' ? Promise.resolve(askDepict()) : askOfficialClient();

answer(async ({ index, patienceSeconds }: InTrouble): Promise<CameOut> => {
  const ask = await asking;
  const trouble = troubles[index];
  if (!trouble) throw new Error(`There is no trouble ${index}.`);
  const api = await startDemoApi({ faults: trouble.faults });
  const giveUp = new AbortController();
  const patience = setTimeout(() => giveUp.abort(), patienceSeconds * 1000);
  const start = performance.now();
  let requests = 0;
  giveUp.signal.addEventListener('abort', () => (requests = api.requests.length));
  try {
    const words = await ask(api.url, trouble.at, giveUp.signal).then(wordsForPicture, wordsForError);
    const isOver = !giveUp.signal.aborted;
    return {
      requests: isOver ? api.requests.length : requests,
      time: performance.now() - start,
      words: isOver ? words : `still at it after ${patienceSeconds} s`,
    };
  } finally {
    clearTimeout(patience);
    await api.close();
  }
});

function wordsForPicture({ bytes, type }: Got): string {
  const seen = inspectImage(bytes);
  const said = type === '' ? 'nothing' : type;
  return seen.ok
    ? `a picture: ${seen.format}, said to be ${said}`
    : `“the image”: ${bytes.length} bytes that are none (${seen.problem}), said to be ${said}`;
}

/** Its message: that is what reaches people, or whoever writes for them. */
function wordsForError(error: unknown): string {
  return (isImageFailure(error) ? new ImageFailure(error.failure).message : String(error)).slice(0, 140);
}
