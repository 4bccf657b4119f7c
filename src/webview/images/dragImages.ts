/** Lets images be dragged into a text: they go by their ids, the browser's own idea of them would be of no use there. */
import { imageDragType } from '../../core/sidebar/imageDragType.ts';

export function dragImages({ target, dataTransfer }: DragEvent): void {
  const id = target instanceof HTMLImageElement && target.dataset['id'];
  if (!id) return;
  dataTransfer?.clearData();
  dataTransfer?.setData(imageDragType, id);
}
