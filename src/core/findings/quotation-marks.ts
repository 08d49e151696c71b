import type { Snapshot, Uri } from '../corpus/types.ts';
import type { MarkProblem } from '../reading/types.ts';
import { asSides, finding, message, side } from './finding.ts';
import type { Finding, Message, Rule, Side } from './types.ts';

/** With more unbalanced marks than this the text has lost some, and none of them tells anything. */
const MOST_TOLD_APART = 3;
const MOST_LISTED = 10;
/** Code units behind a mark that tell it from others of its kind. */
const WORDS_AFTER = 40;

/** Unbalanced marks, and two styles of marks in one source. */
export const quotationMarks: Rule = {
  code: 'quotation-marks',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const reading = snapshot.source(uri)?.reading;
    const unbalanced = reading?.markProblems.filter(({ kind }) => kind !== 'mixed-styles') ?? [];
    if (unbalanced.length > MOST_TOLD_APART) yield lostMarks(snapshot, uri, unbalanced);
    for (const problem of reading?.markProblems ?? []) {
      if (problem.kind !== 'mixed-styles' && unbalanced.length > MOST_TOLD_APART) continue;
      const found = finding(quotationMarks, snapshot, {
        sides: [
          side({ uri, ...problem }, message('quotation-marks-here')),
          ...problem.others.map((span) => side({ uri, ...span }, message('quotation-marks-other'))),
        ],
        message: messageOf(problem, reading!.text),
        confidence: 0.9,
        key: `${problem.kind} ${reading!.text.slice(problem.start, problem.start + WORDS_AFTER)}`,
      });
      // mixed styles are untidy, not wrong
      yield problem.kind === 'mixed-styles' ? { ...found, severity: 'information' } : found;
    }
  },
};

/** One quiet finding for a text that was scanned or converted badly: each of its marks would be noise. */
function lostMarks(snapshot: Snapshot, uri: Uri, problems: readonly MarkProblem[]): Finding {
  const sides = problems
    .slice(0, MOST_LISTED)
    .map((span): Side => side({ uri, ...span }, message('quotation-marks-here')));
  const found = finding(quotationMarks, snapshot, {
    sides: asSides(sides),
    message: message('quotation-marks-many', problems.length),
    confidence: 0.5,
    key: 'many',
  });
  return { ...found, severity: 'information' };
}

function messageOf({ kind, start, end, others }: MarkProblem, text: string): Message {
  const first = text.charAt(start);
  const last = text.charAt(end - 1);
  switch (kind) {
    case 'unclosed':
      return message('quotation-marks-unclosed', first);
    case 'unopened':
      return message('quotation-marks-unopened', last);
    case 'mismatched':
      return message('quotation-marks-mismatched', first, last);
    case 'mixed-styles':
      return message('quotation-marks-mixed', first, text.charAt(others[0]?.start ?? start), others.length);
  }
}
