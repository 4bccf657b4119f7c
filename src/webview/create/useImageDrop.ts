/** Takes images that are dropped: files from outside, and what is dragged from the workbench's own lists. */
import { useState } from 'preact/hooks';
import { maxDroppedFile } from '../../core/sidebar/limits.ts';
import { usePage } from '../page/pageContext.ts';
import { firstUri } from './firstUri.ts';

/** In the order in which they are looked at; the workbench's own names resources that are no files too. */
const uriTypes = ['application/vnd.code.uri-list', 'text/uri-list'] as const;
const imageTypes = ['image/png', 'image/jpeg', 'image/webp'];

export interface ImageDropping {
  readonly isOver: boolean;
  /** Why the last drop was of no use. */
  readonly problem: string | undefined;
  readonly handlers: Readonly<Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>>;
}

export function useImageDrop(): ImageDropping {
  const { page, strings } = usePage();
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();

  function onDragOver(event: DragEvent): void {
    if (!holdsSomething(event.dataTransfer)) return;
    event.preventDefault();
    setOver(true);
  }

  function onDragLeave({ currentTarget, relatedTarget }: DragEvent): void {
    const inside =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!inside) setOver(false);
  }

  function onDrop(event: DragEvent): void {
    setOver(false);
    if (!event.dataTransfer || !holdsSomething(event.dataTransfer)) return;
    event.preventDefault();
    void take(event.dataTransfer);
  }

  async function take(data: DataTransfer): Promise<void> {
    const uri = uriTypes.map((type) => firstUri(data.getData(type))).find((one) => one !== undefined);
    const file = data.files[0];
    const refusal = refuse(file, uri);
    setProblem(refusal);
    if (refusal !== undefined) return page.announce(refusal, true);
    if (file) page.send({ type: 'droppedFile', bytes: new Uint8Array(await file.arrayBuffer()) });
    else if (uri !== undefined) page.send({ type: 'droppedUri', uri });
  }

  function refuse(file: File | undefined, uri: string | undefined): string | undefined {
    if (file ? !imageTypes.includes(file.type) : uri === undefined) return strings.form.dropNotAnImage;
    return file && file.size > maxDroppedFile ? strings.form.dropTooLarge : undefined;
  }

  return { isOver, problem, handlers: { onDragOver, onDragLeave, onDrop } };
}

/** Text that is dragged about is none of our business. */
function holdsSomething(data: DataTransfer | null): boolean {
  return ['Files', ...uriTypes].some((type) => data?.types.includes(type));
}
