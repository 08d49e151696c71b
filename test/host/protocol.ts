/**
 * How a suite inside an extension host tells the runner outside what happened: one console line per event.
 * Console lines are the only thing that every host (desktop, server, web worker) hands out.
 */
export type TestEvent =
  | { readonly kind: 'pass'; readonly title: readonly string[]; readonly ms: number }
  | { readonly kind: 'fail'; readonly title: readonly string[]; readonly message: string; readonly stack: string }
  | { readonly kind: 'end'; readonly passed: number; readonly failed: number }
  /** The suites could not be loaded or run at all. */
  | { readonly kind: 'broken'; readonly message: string };

const mark = '@@apparatus-test ';

export const encodeEvent = (event: TestEvent): string => mark + encodeURIComponent(JSON.stringify(event));

/** The event in a line of console output; undefined for any other line. Hosts may put things before and after it. */
export function decodeEvent(line: string): TestEvent | undefined {
  const at = line.indexOf(mark);
  if (at === -1) return undefined;
  const encoded = line.slice(at + mark.length).split(/[^\w.!~*'()%-]/, 1)[0] ?? '';
  return JSON.parse(decodeURIComponent(encoded)) as TestEvent;
}
