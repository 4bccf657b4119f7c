import assert from 'node:assert/strict';
import { trackRange, type OffsetRange, type TextEdit } from '../../../../src/core/place/trackRange.ts';
import { pseudoRandom, type PseudoRandom } from '../pseudoRandom.ts';

describe('a range in a document that is edited', () => {
  // The range is `[…]`, an empty one `|`. An edit gives place and length of what `text` replaces.
  const examples: readonly [
    what: string,
    before: string,
    start: number,
    length: number,
    text: string,
    after: string,
  ][] = [
    ['moves with text above', 'ab[cd]e', 0, 0, 'xyz', 'xyzab[cd]e'],
    ['moves back with text gone', 'ab[cd]e', 0, 2, '', '[cd]e'],
    ['does not care for text below', 'ab[cd]e', 5, 0, 'xyz', 'ab[cd]exyz'],
    ['does not grow at its beginning', 'ab[cd]e', 2, 0, 'x', 'abx[cd]e'],
    ['does not grow at its end', 'ab[cd]e', 4, 0, 'x', 'ab[cd]xe'],
    ['grows within', 'ab[cd]e', 3, 0, 'x', 'ab[cxd]e'],
    ['takes what replaces its first word', 'ab[cd]e', 2, 1, 'xy', 'ab[xyd]e'],
    ['takes what replaces its last word', 'ab[cd]e', 3, 1, 'xy', 'ab[cxy]e'],
    ['takes what replaces all of it', 'ab[cd]e', 2, 2, 'xyz', 'ab[xyz]e'],
    ['is empty when it is deleted', 'ab[cd]e', 2, 2, '', 'ab|e'],
    ['loses what an edit across its beginning takes', 'ab[cd]e', 1, 2, 'xy', 'axy[d]e'],
    ['loses what an edit across its end takes', 'ab[cd]e', 3, 2, 'xy', 'ab[c]xy'],
    ['is empty after an edit around it', 'ab[cd]e', 1, 4, 'xyz', 'ax|yz'],
    ['is empty at the end of a shorter edit around it', 'abc[de]fg', 0, 7, 'x', 'x|'],
    ['an empty one moves behind what is typed at it', 'ab|c', 2, 0, 'xy', 'abxy|c'],
    ['an empty one stays in front of what is deleted behind it', 'ab|cd', 2, 1, 'x', 'ab|xd'],
    ['an empty one moves behind what replaces the text in front of it', 'ab|c', 1, 1, 'xyz', 'axyz|c'],
  ];
  for (const [what, before, start, length, text, after] of examples) {
    it(what, () => {
      const { range, document } = parse(before);
      const edited = document.slice(0, start) + text + document.slice(start + length);
      const tracked = trackRange(range, [{ start, length, insertedLength: text.length }]);
      assert.equal(mark(edited, tracked), after);
    });
  }

  it('follows several edits of one event, in any order', () => {
    const edits: readonly TextEdit[] = [
      { start: 0, length: 1, insertedLength: 3 },
      { start: 2, length: 0, insertedLength: 1 },
      { start: 4, length: 1, insertedLength: 0 },
    ];
    assert.deepEqual(trackRange({ start: 2, end: 6 }, edits), { start: 5, end: 8 });
    assert.deepEqual(trackRange({ start: 2, end: 6 }, edits.toReversed()), { start: 5, end: 8 });
    assert.deepEqual(trackRange({ start: 2, end: 6 }, []), { start: 2, end: 6 });
  });

  it('holds what is left of its own text and nothing of its surroundings, whatever is edited', () => {
    const random = pseudoRandom(41);
    for (let i = 0; i < 20_000; i++) {
      const length = random.below(12);
      const start = random.below(length + 1);
      const range = { start, end: start + random.below(length - start + 1) };
      const edits = randomEdits(random, length);
      const tracked = trackRange(range, edits);
      const about = JSON.stringify({ length, range, edits, tracked });

      const document = edited(length, edits);
      assert.ok(0 <= tracked.start && tracked.start <= tracked.end && tracked.end <= document.length, about);
      const survivors = document.filter(
        (origin) => origin !== undefined && origin >= range.start && origin < range.end,
      );
      const isSwallowed = edits.some((edit) => edit.start <= range.start && edit.start + edit.length >= range.end);
      const held = document.slice(tracked.start, tracked.end).filter((origin) => origin !== undefined);
      if (!isSwallowed) assert.deepEqual(held, survivors, about);
      assert.ok(
        held.every((origin) => origin >= range.start && origin < range.end),
        about,
      );
      if (range.start === range.end) assert.equal(tracked.start, tracked.end, about);
      // What is left in front stays in front, what is left behind stays behind.
      const front = document.slice(0, tracked.start).every((origin) => origin === undefined || origin < range.end);
      const back = document.slice(tracked.end).every((origin) => origin === undefined || origin >= range.start);
      assert.ok(front && back, about);
    }
  });
});

/** Edits that do not overlap, in random order. */
function randomEdits(random: PseudoRandom, length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let position = random.below(4);
  while (position <= length && edits.length < 4) {
    const edit = {
      start: position,
      length: Math.min(random.below(4), length - position),
      insertedLength: random.below(4),
    };
    edits.push(edit);
    position = edit.start + edit.length + 1 + random.below(4);
  }
  return random.below(2) === 0 ? edits : edits.toReversed();
}

/** For each place of the edited document, the place it had before; undefined for what was inserted. */
function edited(length: number, edits: readonly TextEdit[]): readonly (number | undefined)[] {
  const document: (number | undefined)[] = Array.from({ length }, (_, i) => i);
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    document.splice(edit.start, edit.length, ...Array.from({ length: edit.insertedLength }, () => undefined));
  }
  return document;
}

function parse(marked: string): { document: string; range: OffsetRange } {
  const document = marked.replace(/[[\]|]/g, '');
  const empty = marked.indexOf('|');
  if (empty >= 0) return { document, range: { start: empty, end: empty } };
  return { document, range: { start: marked.indexOf('['), end: marked.indexOf(']') - 1 } };
}

function mark(document: string, { start, end }: OffsetRange): string {
  if (start === end) return `${document.slice(0, start)}|${document.slice(start)}`;
  return `${document.slice(0, start)}[${document.slice(start, end)}]${document.slice(end)}`;
}
