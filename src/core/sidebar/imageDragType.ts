/** What an image of the page is while it is dragged: its id, of which the host alone knows the file. */
export const imageDragType = 'application/vnd.depict.image';
