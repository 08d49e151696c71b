/** Runs mocha inside an extension host, Node or web worker alike: so in the build for browsers, which needs neither Node nor a page. */
import 'mocha/mocha.js';
import { encodeEvent, type TestEvent } from '../protocol.ts';

export interface RunOptions {
  /** Only tests whose full title holds this text. */
  readonly grep: string | null;
  readonly timeout: number;
}

/** `load` defines the suites. Rejects when a test failed, which is how VS Code learns of it. */
export async function runSuites(load: () => void, { grep, timeout }: RunOptions): Promise<void> {
  try {
    const mocha = new Mocha({
      ui: 'bdd',
      timeout,
      reporter: Silent as unknown as Mocha.ReporterConstructor,
      ...(grep === null ? {} : { fgrep: grep }),
    });
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    load();
    const failed = await new Promise<number>((resolve) => {
      // The prototype's, as the build for browsers overrides `run` with one that wants a page's address.
      listen(Mocha.prototype.run.call(mocha, resolve));
    });
    if (failed > 0) throw new Error(`${failed} failed`);
  } catch (error) {
    if (!(error instanceof Error && /^\d+ failed$/.test(error.message))) {
      send({ kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    throw error;
  }
}

function listen(runner: Mocha.Runner): void {
  let passed = 0;
  let failed = 0;
  runner.on('pass', (test) => {
    passed++;
    send({ kind: 'pass', title: test.titlePath(), ms: test.duration ?? 0 });
  });
  runner.on('fail', (test, error: Error) => {
    failed++;
    send({ kind: 'fail', title: test.titlePath(), message: error.message, stack: error.stack ?? '' });
  });
  runner.on('end', () => send({ kind: 'end', passed, failed }));
}

/** Mocha's own reporters draw on a terminal or a page; ours stands outside. */
function Silent(): void {}

const send = (event: TestEvent): void => console.log(encodeEvent(event));
