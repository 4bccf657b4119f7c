/** How the keys that go with Ctrl, on a Mac with Cmd, are written on this machine: `Ctrl+Enter`, `⌘⇧⏎`. */
export function keyName(...keys: readonly ('Shift' | 'Enter')[]): string {
  if (!/mac/i.test(navigator.userAgent)) return ['Ctrl', ...keys].join('+');
  const signs = { Shift: '⇧', Enter: '⏎' } as const;
  return `⌘${keys.map((key) => signs[key]).join('')}`;
}
