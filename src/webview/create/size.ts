/** What the form's size becomes by a preset, by swapping, or by typing while its ratio is kept. */
import { aspectRatioOf, aspectRatios, sizeFor, swap, withRatio, type Ratio } from '../../core/form/aspectRatios.ts';
import type { ImageSize } from '../../core/image.ts';
import type { FormValues } from '../../core/sidebar/formValues.ts';
import type { FormSnapshot } from '../../core/sidebar/viewState.ts';

type SizeValues = Pick<FormValues, 'width' | 'height'>;
type Defaults = Pick<FormSnapshot['defaults'], 'width' | 'height'>;

/** What the preset's list shows besides the presets: nothing is set, or no preset fits. */
export type RatioChoice = 'default' | 'custom' | (string & {});

/** The size that stands in the form, or behind its empty fields. Undefined where a side is unknown or no number. */
export function sizeOf(values: SizeValues, defaults: Defaults): ImageSize | undefined {
  const width = Number(values.width.trim() || defaults.width);
  const height = Number(values.height.trim() || defaults.height);
  return width > 0 && height > 0 && Number.isFinite(width * height) ? { width, height } : undefined;
}

export function ratioChoice(values: SizeValues, defaults: Defaults): RatioChoice {
  if (values.width.trim() === '' && values.height.trim() === '') return 'default';
  const size = sizeOf(values, defaults);
  return (size && aspectRatioOf(size)?.name) ?? 'custom';
}

/** As many pixels as there are now, in another shape. */
export function withChoice(values: SizeValues, defaults: Defaults, choice: RatioChoice): SizeValues {
  const ratio = aspectRatios.find(({ name }) => name === choice);
  if (!ratio) return choice === 'default' ? { width: '', height: '' } : values;
  const size = sizeOf(values, defaults);
  return texts(sizeFor(ratio, size && size.width * size.height));
}

export function swapped(values: SizeValues, defaults: Defaults): SizeValues {
  const size = sizeOf(values, defaults);
  return size ? texts(swap(size)) : { width: values.height, height: values.width };
}

/** @param kept the ratio to be kept, if any: that of the time when typing began, because `1`, `10`, `102` have none */
export function withSide(
  values: SizeValues,
  side: keyof SizeValues,
  typed: string,
  kept: Ratio | undefined,
): SizeValues {
  const plain = { ...values, [side]: typed };
  if (!kept) return plain;
  if (typed.trim() === '') return { width: '', height: '' };
  const length = Number(typed);
  if (!(length > 0) || !Number.isSafeInteger(length)) return plain;
  const size = withRatio(side === 'width' ? { width: length } : { height: length }, kept);
  return { ...texts(size), [side]: typed };
}

function texts({ width, height }: ImageSize): SizeValues {
  return { width: String(width), height: String(height) };
}
