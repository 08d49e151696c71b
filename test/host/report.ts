import type { TestEvent } from './protocol.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Prints what a host tells, in mocha's manner, and counts it. */
export class Report {
  #passed = 0;
  #failed = 0;
  #ended = false;
  readonly #failures: string[] = [];
  readonly #started = Date.now();
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void = console.log) {
    this.#print = print;
  }

  add(event: TestEvent): void {
    switch (event.kind) {
      case 'pass':
        this.#passed++;
        this.#print(`  ✔ ${event.title.join(' › ')} (${event.ms}ms)`);
        break;
      case 'fail':
        this.#failed++;
        this.#print(`  ✘ ${event.title.join(' › ')}`);
        this.#failures.push(`${event.title.join(' › ')}\n${event.message}\n${event.stack}`);
        break;
      case 'broken':
        this.fail(event.message);
        break;
      case 'end':
        this.#ended = true;
        break;
    }
  }

  /** Something that is not a test went wrong. */
  fail(message: string): void {
    this.#failed++;
    this.#failures.push(message);
  }

  /** Prints the closing lines. A run that never told of its end has failed, however many tests passed. */
  close(): Counts {
    if (!this.#ended && this.#failed === 0) this.fail('The host ended before the suites did');
    if (this.#passed === 0 && this.#failed === 0) this.fail('No test ran');
    this.#print(`\n  ${this.#passed} passing (${Math.round((Date.now() - this.#started) / 1000)}s)`);
    if (this.#failed > 0) this.#print(`  ${this.#failed} failing`);
    for (const [index, failure] of this.#failures.entries()) this.#print(`\n  ${index + 1}) ${failure}`);
    this.#print('');
    return { passed: this.#passed, failed: this.#failed };
  }
}
