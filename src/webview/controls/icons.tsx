/** Our own drawings, in the text's colour, on a grid of 16. They say nothing by themselves: their buttons have names. */
const paths = {
  add: 'M8 3v10M3 8h10',
  back: 'M13 8H3m0 0 4-4M3 8l4 4',
  check: 'm3 8.5 3.2 3.2L13 4.5',
  close: 'm4 4 8 8m0-8-8 8',
  code: 'M5.5 4 2 8l3.5 4m5-8L14 8l-3.5 4',
  compare: 'M2 3h5v10H2zm7 0h5v10H9z',
  copyPath: 'M5.5 5.5h8v8h-8zm-3 5v-8h8',
  dice: 'M2.5 2.5h11v11h-11zM5.5 5.5h.01M10.5 5.5h.01M8 8h.01M5.5 10.5h.01M10.5 10.5h.01',
  forget: 'M2.5 8a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0m1.6-3.9 7.8 7.8',
  image: 'M2 3h12v10H2zm0 8 3.5-3.5L9 11m-1-1 2-2 4 4M10.5 6h.01',
  insert: 'M8 2v8m0 0 3.2-3.2M8 10 4.8 6.8M2.5 13.5h11',
  link: 'M6.5 9.5 9.5 6.5M7.5 4.5l1.6-1.6a2.8 2.8 0 0 1 4 4L11.5 8.5m-7-1L2.9 9.1a2.8 2.8 0 0 0 4 4l1.6-1.6',
  locked: 'M3.5 7.5h9v6h-9zm2-.2V5a2.5 2.5 0 0 1 5 0v2.3',
  next: 'm6 3 5 5-5 5',
  open: 'M9.5 2.5h4v4m0-4L8 8M6.5 3.5h-4v10h10v-4',
  previous: 'm10 3-5 5 5 5',
  regenerate: 'M13 8a5 5 0 1 1-1.5-3.6L13.3 6m0-3.5V6H9.8',
  reuse: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  restore: 'M8 10V2m0 0 3.2 3.2M8 2 4.8 5.2M2.5 9.5v4h11v-4',
  reveal: 'M1.5 3.5h4.6l1.4 2h7v8h-13z',
  search: 'M2.5 6.8a4.3 4.3 0 1 0 8.6 0 4.3 4.3 0 1 0-8.6 0m7.4 3.1 3.8 3.8',
  seedLast: 'M2.5 8a5.5 5.5 0 1 1 1.6 3.9M2.5 8 .8 6.2M2.5 8l1.9-1.6M8 5v3.2l2 1.3',
  star: 'm8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z',
  swap: 'M2.5 5.5h10m0 0L9.7 2.7m2.8 2.8L9.7 8.3M13.5 10.5h-10m0 0 2.8-2.8m-2.8 2.8 2.8 2.8',
  trash: 'M2.5 4.5h11M6 4.2V2.5h4v1.7m2 .5-.6 8.8H4.6L4 4.7M6.7 7v4m2.6-4v4',
  unlocked: 'M3.5 7.5h9v6h-9zm2-.2V4.5a2.5 2.5 0 0 1 4.8-.9',
  variations: 'M5 5h8.5v8.5H5zM2.5 10.5v-8h8M9.2 7.2v4m-2-2h4',
  warning: 'M8 2.5 14 13H2zM8 6.5v3m0 1.8h.01',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg class={filled ? 'icon filled' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
