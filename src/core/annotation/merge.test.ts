import assert from 'node:assert/strict';
import fc from 'fast-check';
import { note, pageOf, tag, uuid } from '../../testing/annotations.ts';
import { mergePages, resolveConflict, withAnnotation, withoutAnnotation } from './merge.ts';
import { parseSidecar } from './parse.ts';
import type { Annotation, AnnotationPage, Body, SourceTarget } from './types.ts';
import { writeSidecar } from './write.ts';

/** An annotation in short: "1 comment #tag #tag". */
const shown = (annotation: Annotation | null): string =>
  annotation === null
    ? '-'
    : [
        Number(annotation.id.slice(-12)),
        ...annotation.bodies.map((body) =>
          body.kind === 'text' ? (body.purpose === 'tagging' ? '#' : '') + body.value : '?',
        ),
        ...(annotation.status === 'open' ? [] : [annotation.status]),
      ].join(' ');

function written(short: string): Annotation {
  const [n, ...parts] = short.split(' ');
  const bodies = parts.map((part): Body =>
    part.startsWith('#') ? tag(part.slice(1)) : (note(0, part).bodies[0] as Body),
  );
  return note(Number(n), '', { bodies });
}

const page = (...shorts: readonly string[]): AnnotationPage => pageOf(...shorts.map(written));

/** Pages as lists of annotations in short; a conflict as "kind: base | mine | theirs". */
function check(
  base: readonly string[] | null,
  mine: readonly string[],
  theirs: readonly string[],
  merged: readonly string[],
  conflicts: readonly string[] = [],
): void {
  const merge = mergePages(base === null ? null : page(...base), page(...mine), page(...theirs));
  assert.deepEqual(merge.page.annotations.map(shown), merged);
  assert.deepEqual(
    merge.conflicts.map(
      ({ kind, ...sides }) => `${kind}: ${shown(sides.base)} | ${shown(sides.mine)} | ${shown(sides.theirs)}`,
    ),
    conflicts,
  );
}

describe('merging pages', () => {
  it('joins what the sides did to different annotations', () => {
    check(['1 a', '2 b', '3 c'], ['1 A', '2 b', '3 c', '4 d'], ['1 a', '3 c', '5 e'], ['1 A', '3 c', '4 d', '5 e']);
    check(['1 a'], ['1 b'], ['1 b'], ['1 b']);
    check(['1 a'], [], [], []);
  });

  it('joins what they did to different parts of one', () => {
    check(['1 a #x'], ['1 b #x #y'], ['1 a #z'], ['1 b #y #z']);
    const base = written('1 a');
    const { page: merged, conflicts } = mergePages(
      pageOf(base),
      pageOf({ ...base, status: 'resolved', modified: '2026-03-08T00:00:00Z' }),
      pageOf({ ...base, other: { 'x:new': 1 }, modified: '2026-03-09T00:00:00Z' }),
    );
    assert.deepEqual(conflicts, []);
    assert.deepEqual(merged.annotations, [
      { ...base, status: 'resolved', modified: '2026-03-09T00:00:00Z', other: { 'x:new': 1 } },
    ]);
  });

  it('leaves to the reader what cannot be joined', () => {
    check(['1 a'], ['1 b'], ['1 c'], ['1 b'], ['both-changed: 1 a | 1 b | 1 c']);
    check(['1 a'], [], ['1 c'], ['1 c'], ['changed-and-deleted: 1 a | - | 1 c']);
    check(['1 a'], ['1 b #t'], [], ['1 b #t'], ['changed-and-deleted: 1 a | 1 b #t | -']);
  });

  it('lets a deletion stand against mere re-anchoring', () => {
    const base = written('1 a');
    const followed: Annotation = {
      ...base,
      targets: [
        { kind: 'source', source: 'report.txt', selectors: [{ type: 'TextPositionSelector', start: 1, end: 2 }] },
      ],
    };
    assert.deepEqual(mergePages(pageOf(base), pageOf(), pageOf(followed)), { page: pageOf(), conflicts: [] });
  });

  describe('of notes whose source was edited on both sides', () => {
    /** A place in short: "words@position day digest". */
    const at = (short: string): SourceTarget => {
      const [words = '', position = '', day = '', digest = ''] = short.split(/[@ ]/);
      const start = Number(position);
      return {
        kind: 'source',
        source: 'report.txt',
        selectors: [
          { type: 'TextQuoteSelector', exact: words, prefix: `before ${position} ` },
          { type: 'TextPositionSelector', start, end: start + words.length },
        ],
        state: { date: `2026-03-${day}T00:00:00Z`, digest: `sha256:${digest}` },
      };
    };
    const placed = (...places: readonly [string, ...string[]]): AnnotationPage => {
      const [first, ...more] = places;
      return pageOf(note(1, 'a', { targets: [at(first), ...more.map(at)] }));
    };
    const joins = (base: AnnotationPage, mine: AnnotationPage, theirs: AnnotationPage, merged: AnnotationPage): void =>
      assert.deepEqual(mergePages(base, mine, theirs), { page: merged, conflicts: [] });

    it('takes the version seen last, whole', () => {
      const [base, mine, theirs] = [placed('bridge@10 01 aa'), placed('bridge@15 02 bb'), placed('bridge@20 03 cc')];
      joins(base, mine, theirs, theirs);
      joins(base, theirs, mine, theirs);
      joins({ ...base, annotations: [] }, mine, theirs, theirs);
    });

    it('follows the side that has set a note on other words', () => {
      const [base, followed, moved] = [placed('bridge@10 01 aa'), placed('bridge@15 03 bb'), placed('river@40 02 cc')];
      joins(base, followed, moved, moved);
      joins(base, moved, followed, moved);
      const merge = mergePages(base, moved, placed('harbour@70 04 dd'));
      assert.deepEqual([merge.conflicts.map(({ kind }) => kind), merge.page], [['both-changed'], moved]);
    });

    it('joins each of several places by itself', () => {
      joins(
        placed('bridge@10 01 aa', 'river@40 01 aa'),
        placed('bridge@15 02 bb', 'river@40 01 aa'),
        placed('bridge@10 01 aa', 'rivers@40 03 cc'),
        placed('bridge@15 02 bb', 'rivers@40 03 cc'),
      );
      const one = placed('bridge@10 01 aa');
      const merge = mergePages(
        one,
        placed('bridge@10 01 aa', 'river@40 01 aa'),
        placed('river@40 01 aa', 'x@1 01 aa', 'y@2 01 aa'),
      );
      assert.equal(merge.conflicts.length, 1);
    });
  });

  it('keeps everything where the base is not known', () => {
    check(null, ['1 a', '2 b'], ['2 b', '3 c'], ['1 a', '2 b', '3 c']);
    check(null, ['1 a #x'], ['1 b #y'], ['1 a #x #y'], ['both-changed: - | 1 a #x | 1 b #y']);
  });

  it('merges what nobody here knows', () => {
    const base = { ...page('1 a'), foreign: ['https://example.org/1', 'https://example.org/2'], other: { label: 'x' } };
    const mine = { ...base, foreign: ['https://example.org/1'], other: { label: 'y' } };
    const theirs = { ...base, foreign: [...base.foreign, 'https://example.org/3'], other: { label: 'x', total: 1 } };
    const { page: merged } = mergePages(base, mine, theirs);
    assert.deepEqual(merged.foreign, ['https://example.org/1', 'https://example.org/3']);
    assert.deepEqual(merged.other, { label: 'y', total: 1 });
    const clashing = mergePages(base, mine, { ...theirs, other: { label: 'z', total: 1 } });
    assert.deepEqual([clashing.clashes, clashing.page.other], [['label'], { label: 'y', total: 1 }]);
    assert.equal(mergePages(base, mine, theirs).clashes, undefined);
  });

  it('takes the reader’s decision', () => {
    const { page: merged, conflicts } = mergePages(page('1 a'), page('1 b', '3 x'), page('1 c', '3 x'));
    const [conflict] = conflicts;
    assert.ok(conflict !== undefined);
    const decided = (choice: 'mine' | 'theirs' | 'both'): string[] =>
      resolveConflict(merged, conflict, choice, uuid(9)).annotations.map(shown);
    assert.deepEqual(decided('mine'), ['1 b', '3 x']);
    assert.deepEqual(decided('theirs'), ['1 c', '3 x']);
    assert.deepEqual(decided('both'), ['1 b', '3 x', '9 c']);
  });

  it('loses nothing in 200 random merges', () => {
    // What a side does to annotation n: leave it, delete it, change its comment, add a tag of its own, resolve it, let it follow its
    // source's edits, set it on other words, write a key that nobody knows.
    const action = fc.constantFrom('keep', 'delete', 'comment', 'tag', 'resolve', 'follow', 'attach', 'key');
    const day = { m: '08', t: '09' } as const;
    const placed = (side: 'm' | 't', exact: string): Annotation['targets'] => [
      {
        kind: 'source',
        source: 'report.txt',
        selectors: [{ type: 'TextQuoteSelector', exact, prefix: side }],
        state: { date: `2026-03-${day[side]}T00:00:00Z` },
      },
    ];
    const act = (side: 'm' | 't', base: AnnotationPage, actions: readonly string[], added: number): AnnotationPage => {
      let result = base;
      base.annotations.forEach((annotation, n) => {
        const change = (changed: Partial<Annotation>): void => {
          result = withAnnotation(result, { ...annotation, ...changed });
        };
        if (actions[n] === 'follow' && n < 8) change({ targets: placed(side, `quote ${n}`) });
        if (actions[n] === 'attach' && n < 8)
          change({ targets: placed(side, `${side}${n}`), modified: '2026-03-09T00:00:00Z' });
        if (actions[n] === 'key') change({ other: { [`x:${side}`]: `${side}${n}` } });
        const [comment, ...tags] = annotation.bodies as [Body, ...Body[]];
        if (actions[n] === 'delete') result = withoutAnnotation(result, annotation.id);
        if (actions[n] === 'comment') {
          result = withAnnotation(result, {
            ...annotation,
            bodies: [{ ...comment, value: `${side}${n}` } as Body, ...tags],
          });
        }
        if (actions[n] === 'tag')
          result = withAnnotation(result, { ...annotation, bodies: [comment, ...tags, tag(`${side}${n}`)] });
        if (actions[n] === 'resolve') result = withAnnotation(result, { ...annotation, status: 'resolved' });
      });
      for (let i = 0; i < added; i += 1)
        result = withAnnotation(result, note((side === 'm' ? 500 : 700) + i, `${side} new`));
      return result;
    };
    // The last four are answers to the others, which have no words of their own to be set on.
    const actions = fc.array(action, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(actions, actions, fc.nat(3), fc.nat(3), (mineDid, theirsDid, mineAdded, theirsAdded) => {
        const notes = Array.from({ length: 12 }, (_, n) => written(`${n} c${n} #t`));
        const base = pageOf(
          ...notes.map((each, n): Annotation =>
            n < 8 ? each : { ...each, motivation: 'replying', targets: [{ kind: 'annotation', id: uuid(n - 8) }] },
          ),
        );
        const mine = act('m', base, mineDid, mineAdded);
        const theirs = act('t', base, theirsDid, theirsAdded);
        const merge = mergePages(base, mine, theirs);
        const text = writeSidecar(merge.page) + JSON.stringify(merge.conflicts);
        mineDid.forEach((did, n) => {
          const other = theirsDid[n] as string;
          const found = merge.page.annotations.find(({ id }) => id === uuid(n));
          const conflict = merge.conflicts.find(({ id }) => id === uuid(n));
          // A comment or tag that a side has written is in the page, or shown in a conflict.
          const isReply = n >= 8;
          const wrote = (what: string): boolean =>
            what === 'comment' || what === 'tag' || what === 'key' || (what === 'attach' && !isReply);
          if (wrote(did)) assert.ok(text.includes(`"m${n}"`));
          if (wrote(other)) assert.ok(text.includes(`"t${n}"`));
          if (isReply && found) assert.deepEqual(found.targets, [{ kind: 'annotation', id: uuid(n - 8) }]);
          const sides = [did, other];
          if (!isReply && found && sides.includes('follow') && !sides.includes('attach') && !sides.includes('delete'))
            assert.deepEqual(found.targets, placed(other === 'follow' ? 't' : 'm', `quote ${n}`));
          // A deletion stands against a place that only followed, and against nothing else.
          const idle = sides.some((what) => what === 'keep' || what === 'follow' || (isReply && what === 'attach'));
          if (did === 'resolve' || other === 'resolve') assert.equal(found?.status, 'resolved');
          const [deleted, changed] = [did, other].map((word) => word === 'delete') as [boolean, boolean];
          if (deleted && changed) assert.equal(found, undefined);
          else if (deleted || changed) assert.equal(found === undefined, idle);
          else assert.ok(found !== undefined);
          const disagree = did === other && (did === 'comment' || (did === 'attach' && !isReply));
          const lost = deleted !== changed && !idle;
          assert.equal(conflict?.kind, disagree ? 'both-changed' : lost ? 'changed-and-deleted' : undefined);
        });
        const added = merge.page.annotations.filter(({ id }) => id >= uuid(500));
        assert.equal(added.length, mineAdded + theirsAdded);
        // Which side is mine changes nothing but whose words stand where both changed them.
        assert.deepEqual(
          mergePages(base, theirs, mine).page.annotations.map(({ id }) => id),
          merge.page.annotations.map(({ id }) => id),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('git’s conflict markers in a sidecar', () => {
  /** As git writes them: the lines that the sides have in common stand once. */
  function conflicted(mine: string, theirs: string, base: string | null): string {
    const [m, t] = [mine.split('\n'), theirs.split('\n')];
    let head = 0;
    while (m[head] === t[head]) head += 1;
    let tail = 0;
    while (m.at(-1 - tail) === t.at(-1 - tail)) tail += 1;
    const middle = (lines: readonly string[]): string[] => lines.slice(head, lines.length - tail);
    return [
      ...m.slice(0, head),
      '<<<<<<< HEAD',
      ...middle(m),
      ...(base === null ? [] : ['||||||| base', ...middle(base.split('\n'))]),
      '=======',
      ...middle(t),
      '>>>>>>> other',
      ...m.slice(m.length - tail),
    ].join('\n');
  }

  const base = page('1 a', '2 b', '4 d');
  const mine = page('1 a', '2 B', '4 d', '5 e');
  const theirs = page('1 a', '2 b', '3 c', '4 d #x');
  const texts = [mine, theirs, base].map(writeSidecar) as [string, string, string];

  it('are merged by id, with the base where it is shown', () => {
    for (const eol of ['\n', '\r\n']) {
      const parsed = parseSidecar(conflicted(...texts).replaceAll('\n', eol));
      assert.deepEqual(parsed.page.annotations.map(shown), ['1 a', '2 B', '3 c', '4 d #x', '5 e']);
      assert.deepEqual(
        parsed.problems.map(({ code, severity }) => `${severity} ${code}`),
        ['warning sidecar-merge-conflict'],
      );
      assert.deepEqual([parsed.writable, parsed.conflicts], [true, []]);
    }
  });

  it('leave a conflict where the sides disagree', () => {
    const parsed = parseSidecar(conflicted(texts[0], texts[1], null));
    assert.deepEqual(parsed.page.annotations.map(shown), ['1 a', '2 B', '3 c', '4 d #x', '5 e']);
    assert.deepEqual(
      parsed.conflicts.map(({ id }) => id),
      [uuid(2)],
    );
    assert.equal(parsed.writable, false);
  });

  it('do not hide that a side is broken', () => {
    const parsed = parseSidecar(conflicted(texts[0], texts[1].replace('"target": {', '"target": '), null));
    assert.equal(parsed.writable, false);
    assert.ok(parsed.problems.some(({ code }) => code === 'sidecar-not-json'));
  });
});
