/** The part of the package that the evaluation uses; it brings no types of its own. */
declare module 'diff-match-patch' {
  type Diff = readonly [operation: -1 | 0 | 1, text: string];
  export default class DiffMatchPatch {
    diff_main(before: string, after: string): Diff[];
    diff_cleanupSemantic(diffs: Diff[]): void;
    /** Where the offset in the first text is in the second. */
    diff_xIndex(diffs: readonly Diff[], offset: number): number;
  }
}
