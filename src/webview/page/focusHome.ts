/** Marks a part of the page as a place that can take the focus of what disappears in it, see `keepFocus`. */
export const focusHome = { tabIndex: -1, 'data-keeps-focus': true } as const;
