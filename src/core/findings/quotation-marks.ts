import type { Snapshot, Uri } from '../corpus/types.ts';
import type { MarkProblem } from '../reading/types.ts';
import { finding, message, side } from './finding.ts';
import type { Finding, Message, Rule } from './types.ts';

/** Unbalanced marks, and two styles of marks in one source. */
export const quotationMarks: Rule = {
  code: 'quotation-marks',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const reading = snapshot.source(uri)?.reading;
    for (const [at, problem] of reading?.markProblems.entries() ?? []) {
      const found = finding(quotationMarks, snapshot, {
        sides: [
          side({ uri, ...problem }, message('quotation-marks-here')),
          ...problem.others.map((span) => side({ uri, ...span }, message('quotation-marks-other'))),
        ],
        message: messageOf(problem, reading!.text),
        confidence: 0.9,
        key: `${problem.kind} ${at}`,
      });
      // mixed styles are untidy, not wrong
      yield problem.kind === 'mixed-styles' ? { ...found, severity: 'information' } : found;
    }
  },
};

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
