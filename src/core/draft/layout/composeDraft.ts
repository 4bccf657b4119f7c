/** Where everything stands on a draft: the mark, the size, the prompt, and the background. */
import type { FindGlyph } from '../font/font.ts';
import type { Drawing } from '../raster/drawRows.ts';
import { addRoundedBox, type Box, type Lines } from '../raster/outlines.ts';
import { addLine } from './addLine.ts';
import { addScenery } from './addScenery.ts';
import { wordsOf } from './cells.ts';
import { fitText, lineHeight, oneLine, type Line } from './fitText.ts';

export interface DraftText {
  readonly prompt: string;
  /** What the reader should know of the prompt as it is drawn. */
  readonly note: string | undefined;
  readonly find: FindGlyph;
}

/** Pixels: below this letters are no longer told apart; capitals a little later. */
const smallest = 8;
const smallestMark = 6;
/** Ems: how high capitals stand above the baseline, and how far letters reach below it. */
const capitals = 0.7;
const descent = 0.24;
/** Ems, on both sides of the word on the pill. */
const padding = 0.55;

export function composeDraft(width: number, height: number, text: DraftText, random: () => number): Drawing {
  const scenery: Lines = [];
  const ink: Lines = [];
  addScenery(scenery, width, height, random);
  const short = Math.min(width, height);
  addFrame(ink, width, height);
  const margin = Math.max(2, short * 0.075);
  const inner = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const below = addMark(ink, inner, short, `${width} × ${height}`, text.find);
  addPrompt(ink, inner, below, short, text);
  return { width, height, scenery, ink };
}

/** A thin line around, so that a draft has an edge on a page of its own colour. */
function addFrame(ink: Lines, width: number, height: number): void {
  const line = Math.max(1, Math.round(Math.min(width, height) / 400));
  const weight = 0.34;
  addRoundedBox(ink, { x: 0, y: 0, width, height }, 0, weight);
  addRoundedBox(ink, { x: line, y: line, width: width - 2 * line, height: height - 2 * line }, 0, -weight);
}

/** The word on a pill, and the size beside it where it has room. @returns where the mark ends */
function addMark(ink: Lines, inner: Box, short: number, dimensions: string, find: FindGlyph): number {
  const wanted = Math.max(9, short * 0.034);
  const lineOf = (text: string): Line => oneLine(wordsOf(text, find));
  const marks = ['DRAFT', 'D'].map((word) => {
    const line = lineOf(word);
    return { line, size: Math.min(wanted, inner.width / (line.width + padding), inner.height / 1.1) };
  });
  const { line, size } = marks.find((mark) => mark.size >= smallestMark) ?? { line: lineOf('D'), size: smallestMark };

  const pill = { x: inner.x, y: inner.y, width: (line.width + 2 * padding) * size, height: size * 1.6 };
  pill.width = Math.min(pill.width, inner.width);
  pill.height = Math.min(pill.height, inner.height);
  addRoundedBox(ink, pill, size * 0.35);
  const baseline = pill.y + (pill.height + capitals * size) / 2;
  addLine(ink, line, { x: pill.x + (pill.width - line.width * size) / 2, y: baseline, size }, -1);

  const beside = { line: lineOf(dimensions), x: pill.x + pill.width + size * padding * 1.5 };
  if (beside.x + beside.line.width * size <= inner.x + inner.width) {
    addLine(ink, beside.line, { x: beside.x, y: baseline, size });
  }
  return pill.y + pill.height;
}

function addPrompt(ink: Lines, inner: Box, below: number, short: number, { prompt, note, find }: DraftText): void {
  const gap = Math.max(3, short * 0.045);
  const noteSize = Math.max(smallest, short * 0.026);
  const top = below + gap;
  const bottom = inner.y + inner.height;
  const noteHeight = note === undefined ? 0 : noteSize * lineHeight + gap / 2;
  const box = { width: inner.width, height: bottom - top - noteHeight };
  const range = { largest: Math.max(smallest, short * 0.092), smallest: Math.max(smallest, short * 0.026) };
  const ellipsis = wordsOf('…', find).flatMap(({ cells }) => cells);
  const fitted = fitText(wordsOf(prompt, find), ellipsis, { ...box, ...range });
  if (!fitted) return;
  const { size, lines } = fitted;
  let y = top + capitals * size;
  for (const line of lines) {
    addLine(ink, line, { x: inner.x, y, size });
    y += lineHeight * size;
  }
  if (note === undefined) return;
  const noteLine = oneLine(wordsOf(note, find));
  if (noteLine.width * noteSize > inner.width) return;
  addLine(ink, noteLine, {
    x: inner.x,
    y: y - (lineHeight - descent) * size + gap / 2 + capitals * noteSize,
    size: noteSize,
  });
}
