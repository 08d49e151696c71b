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

  add(event: TestEvent): void {
    switch (event.kind) {
      case 'pass':
        this.#passed++;
        console.log(`  ✔ ${event.title.join(' › ')} (${event.ms}ms)`);
        break;
      case 'fail':
        this.#failed++;
        console.log(`  ✘ ${event.title.join(' › ')}`);
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
    console.log(`\n  ${this.#passed} passing (${Math.round((Date.now() - this.#started) / 1000)}s)`);
    if (this.#failed > 0) console.log(`  ${this.#failed} failing`);
    for (const [index, failure] of this.#failures.entries()) console.log(`\n  ${index + 1}) ${failure}`);
    console.log('');
    return { passed: this.#passed, failed: this.#failed };
  }
}
