import assert from 'node:assert/strict';
import { addCircle, addPolygon, addRoundedBox, type Lines } from '../../../../src/core/draft/raster/outlines.ts';
import { scanRows } from '../../../../src/core/draft/raster/scanRows.ts';

function rows(lines: Lines, width: number, height: number): readonly (readonly number[])[] {
  const scan = scanRows(lines, width);
  return Array.from({ length: height }, (_, row) => {
    const found = scan(row);
    return Array.from({ length: width }, (_unused, x) =>
      found && x >= found.from && x < found.to ? Math.round((found.values[x] ?? 0) * 1000) / 1000 : 0,
    );
  });
}

function box(x: number, y: number, width: number, height: number, weight?: number): Lines {
  const lines: Lines = [];
  addRoundedBox(lines, { x, y, width, height }, 0, weight);
  return lines;
}

describe('scanRows', () => {
  it('counts the part of each pixel that is covered', () => {
    assert.deepEqual(rows(box(1.25, 0.5, 2, 1.25), 5, 3), [
      [0, 0.375, 0.5, 0.125, 0],
      [0, 0.563, 0.75, 0.188, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  it('halves the pixels of a slope, steep or flat', () => {
    const slope: Lines = [];
    addPolygon(slope, [
      [0, 0],
      [4, 4],
      [0, 4],
    ]);
    assert.deepEqual(rows(slope, 4, 4), [
      [0.5, 0, 0, 0],
      [1, 0.5, 0, 0],
      [1, 1, 0.5, 0],
      [1, 1, 1, 0.5],
    ]);
    const flat: Lines = [];
    addPolygon(flat, [
      [0, 0],
      [4, 1],
      [0, 1],
    ]);
    assert.deepEqual(rows(flat, 4, 1), [[0.875, 0.625, 0.375, 0.125]]);
  });

  it('adds what overlaps up to whole, and cuts out what counts less than nothing', () => {
    const lines = [...box(0, 0, 3, 1), ...box(1, 0, 3, 1), ...box(2, 0, 1, 1, -2)];
    assert.deepEqual(rows(lines, 5, 1), [[1, 1, 0, 1, 0]]);
    assert.deepEqual(rows(box(0, 0, 2, 1, 0.25), 2, 1), [[0.25, 0.25]]);
  });

  it('cuts off what lies outside the picture', () => {
    assert.deepEqual(rows(box(-3, -3, 5, 5), 3, 2), [
      [1, 1, 0],
      [1, 1, 0],
    ]);
    assert.deepEqual(rows(box(1, 1, 50, 50), 3, 2), [
      [0, 0, 0],
      [0, 1, 1],
    ]);
  });

  it('draws a circle of the right area', () => {
    const lines: Lines = [];
    addCircle(lines, 50, 50, 40);
    const area = rows(lines, 100, 100)
      .flat()
      .reduce((sum, value) => sum + value, 0);
    assert.ok(Math.abs(area / (Math.PI * 40 ** 2) - 1) < 0.005, String(area));
  });
});
