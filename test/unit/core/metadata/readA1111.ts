/**
 * The reading rules of AUTOMATIC1111's web UI (`parse_generation_parameters` in modules/infotext_utils.py), so that the
 * tests see what it would see.
 */
export interface A1111Parameters {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly settings: Readonly<Record<string, string>>;
}

export function readA1111(text: string): A1111Parameters {
  const lines = text.trim().split('\n');
  const last = lines.at(-1) ?? '';
  const pairs = [...last.matchAll(/\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)/g)];
  const isSettings = pairs.length >= 3;
  const prompt: string[] = [];
  const negative: string[] = [];
  for (const line of isSettings ? lines.slice(0, -1) : lines) {
    const trimmed = line.trim();
    if (trimmed.startsWith('Negative prompt:')) negative.push(trimmed.slice(16).trim());
    else (negative.length > 0 ? negative : prompt).push(trimmed);
  }
  const settings: Record<string, string> = {};
  for (const [, name = '', value = ''] of isSettings ? pairs : []) {
    const plain = /^".*"$/s.test(value) ? unquote(value) : value;
    const [, width, height] = /^(\d+)x(\d+)$/.exec(plain) ?? [];
    if (width && height) Object.assign(settings, { [`${name}-1`]: width, [`${name}-2`]: height });
    else settings[name] = plain;
  }
  return { prompt: prompt.join('\n'), negativePrompt: negative.join('\n'), settings };
}

function unquote(value: string): string {
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}
