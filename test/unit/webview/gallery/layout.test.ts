import assert from 'node:assert/strict';
import { drawnSections } from '../../../../src/webview/gallery/drawnSections.ts';
import {
  galleryLayout,
  gridShape,
  headingHeight,
  placeOf,
  sectionOf,
  visibleSections,
} from '../../../../src/webview/gallery/layout.ts';
import { moveIn } from '../../../../src/webview/gallery/moveIn.ts';
import { slicesToAsk } from '../../../../src/webview/gallery/slicesToAsk.ts';

/** Days of a hundred seconds. */
const dayOf = (seconds: number) => ({ start: seconds - (seconds % 100), end: seconds - (seconds % 100) + 100 });
const shape = { columns: 3, pitch: 50, cell: 44 };
/** Days with 5, 1 and 4 images. */
const layout = galleryLayout([990, 980, 970, 960, 950, 820, 450, 440, 430, 420], dayOf, shape);

describe('gridShape', () => {
  it('has two columns at least, fills the width, and has more where there is room', () => {
    for (let width = 150; width <= 900; width += 1) {
      const { columns, cell, pitch } = gridShape(width);
      assert.ok(columns >= 2);
      const used = columns * pitch - (pitch - cell);
      assert.ok(used <= width && used > width - columns, `${width}: ${columns} columns use ${used}`);
      assert.ok(columns === 2 || cell >= 100);
    }
    assert.equal(gridShape(876).columns, 8);
    assert.equal(gridShape(0).cell, 1);
  });
});

describe('galleryLayout', () => {
  it('puts the days below each other, with a heading and full rows each', () => {
    assert.deepEqual(
      layout.sections.map(({ from, count, top }) => [from, count, top]),
      [
        [0, 5, 0],
        [5, 1, headingHeight + 100],
        [6, 4, 2 * headingHeight + 150],
      ],
    );
    assert.equal(layout.height, 3 * headingHeight + 250);
    assert.deepEqual(placeOf(layout, layout.sections[2] ?? assert.fail(), 9), {
      left: 0,
      top: 3 * headingHeight + 200,
    });
  });

  it('keeps a moment that is out of order apart', () => {
    const days = galleryLayout([110, 350, 120], dayOf, shape).sections.map(({ day }) => day.start);
    assert.deepEqual(days, [100, 300, 100]);
  });

  it('is nothing without images', () => {
    const empty = galleryLayout([], dayOf, shape);
    assert.deepEqual([empty.height, visibleSections(empty, 0, 500), drawnSections(empty, 0, 500, 0)], [0, [], []]);
  });

  it('finds the day of every image', () => {
    for (let index = 0; index < layout.total; index += 1) {
      const section = sectionOf(layout, index);
      assert.ok(section && index >= section.from && index < section.from + section.count);
    }
  });

  it('draws exactly what is in sight, wherever that is', () => {
    for (let top = -60; top < layout.height + 60; top += 7) {
      const drawn = new Set(visibleSections(layout, top, top + 90).flatMap(({ first, end }) => range(first, end)));
      for (const index of range(0, layout.total)) {
        const place = placeOf(layout, sectionOf(layout, index) ?? assert.fail(), index);
        const inSight = place.top + shape.pitch > top && place.top < top + 90;
        assert.equal(drawn.has(index), inSight, `${index} at ${top}`);
      }
    }
  });

  it('draws a screenful of ten thousand', () => {
    const many = galleryLayout(
      range(0, 10_000).map((index) => 1_000_000 - index * 7),
      dayOf,
      shape,
    );
    const drawn = drawnSections(many, many.height / 2, many.height / 2 + 800, 0);
    assert.ok(drawn.reduce((sum, { cells }) => sum + cells.length, 0) <= 60);
  });
});

describe('drawnSections', () => {
  it('always has the image with the focus, once', () => {
    for (const active of range(0, layout.total)) {
      for (const top of [0, 60, 200, 1_000]) {
        const drawn = drawnSections(layout, top, top + 40, active);
        const cells = drawn.flatMap((section) => section.cells);
        assert.equal(cells.filter((index) => index === active).length, 1);
        assert.deepEqual(
          cells,
          cells.toSorted((a, b) => a - b),
        );
      }
    }
  });
});

describe('moveIn', () => {
  const moves: readonly [from: number, key: string, to: number | undefined][] = [
    [0, 'ArrowLeft', 0],
    [0, 'ArrowRight', 1],
    [9, 'ArrowRight', 9],
    [4, 'Home', 0],
    [4, 'End', 9],
    [1, 'ArrowDown', 4],
    [2, 'ArrowDown', 4],
    [4, 'ArrowDown', 5],
    [5, 'ArrowDown', 6],
    [9, 'ArrowDown', 9],
    [6, 'ArrowUp', 5],
    [5, 'ArrowUp', 3],
    [1, 'ArrowUp', 1],
    [1, 'PageDown', 5],
    [2, 'PageDown', 5],
    [8, 'PageUp', 4],
    [0, 'x', undefined],
  ];

  it('goes by columns and rows, across days', () => {
    for (const [from, key, to] of moves) assert.equal(moveIn(layout, from, key, 2), to, `${key} from ${from}`);
  });

  it('keeps its column through a short row', () => {
    assert.equal(moveIn(layout, 1, 'PageDown', 3), 7);
    assert.equal(moveIn(layout, 8, 'PageUp', 3), 2);
  });
});

describe('slicesToAsk', () => {
  it('names the stretches around what is looked at of which something is missing', () => {
    const has = (index: number): boolean => index < 60 || index === 130;
    assert.deepEqual(slicesToAsk(has, 1_000, 10, 130), [60, 120]);
    assert.deepEqual(slicesToAsk(has, 1_000, 0, 20), []);
    assert.deepEqual(slicesToAsk(has, 61, 0, 500), [60]);
    assert.deepEqual(slicesToAsk(has, 0, 0, 20), []);
  });
});

function range(from: number, end: number): readonly number[] {
  return Array.from({ length: end - from }, (_, at) => from + at);
}
