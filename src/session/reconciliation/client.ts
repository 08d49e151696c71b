/** Asks a reconciliation service about an entity: patient with slow and busy services, and clear about what went wrong. */
import type { Message, NameType } from '../../core/index.ts';
import type { Clock } from '../ports.ts';
import { Aborted, Aborter, throwIfAborted, type Signal } from '../signal.ts';
import { HttpError, type Http, type HttpAnswer, type HttpRequest } from './http.ts';
import type { ReconciliationCode } from './messages.ts';
import {
  readManifest,
  readResults,
  serviceType,
  writeBatch,
  type Candidate,
  type Query,
  type Service,
} from './protocol.ts';

/** What is known of the entity that is looked up. */
export interface Wanted {
  readonly names: readonly [string, ...string[]];
  readonly type: NameType;
}

export interface Found {
  readonly service: Service;
  /** Best first: certain matches, then by score. */
  readonly candidates: readonly Candidate[];
}

/** Why a look-up failed. */
export class ReconciliationError extends Error {
  readonly reason: Message & { readonly code: ReconciliationCode };

  constructor(code: ReconciliationCode, ...args: readonly (string | number)[]) {
    super(`${code}: ${args.join(', ')}`);
    this.name = 'ReconciliationError';
    this.reason = { code, args };
  }
}

export const WIKIDATA_ENDPOINT = 'https://wikidata.reconci.link/en/api';

/** Milliseconds until a request is given up: Wikidata's service takes two to ten seconds for rare names. */
const PATIENCE = 20_000;
/** How often a busy service is asked again, and after how many milliseconds where it does not say. */
const TRIES = 3;
const PAUSE = 2_000;
/** Longer than this nobody waits in front of a progress bar, in milliseconds. */
const LONGEST_PAUSE = 15_000;
/** A list that is looked through by eye. */
const CANDIDATES = 10;
/** Names of the entity that are asked for: each costs the service a search. */
const NAMES_ASKED = 3;

export class Reconciler {
  readonly #http: Http;
  readonly #clock: Pick<Clock, 'schedule'>;
  /** By endpoint; a manifest seldom changes while the editor is open. */
  readonly #services = new Map<string, { readonly service: Service; readonly url: string }>();

  constructor(http: Http, clock: Pick<Clock, 'schedule'>) {
    this.#http = http;
    this.#clock = clock;
  }

  /** Rejects with a `ReconciliationError`, or with `Aborted` once the signal is raised. */
  async find(endpoint: string, wanted: Wanted, signal: Signal): Promise<Found> {
    if (!/^https?:\/\/[^\s/]+/iu.test(endpoint)) throw new ReconciliationError('reconciliation-bad-address', endpoint);
    const { service, url } = await this.#service(endpoint, signal);
    const queries = queriesFor(wanted, service);
    const headers = { ...accept, 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' };
    const answer = await this.#ask({ url, headers, body: writeBatch(queries) }, signal);
    const lists = readResults(parsed(answer), queries.length, service);
    if (lists === null) throw new ReconciliationError('reconciliation-bad-answer', endpoint, 'result');
    return { service, candidates: ranked(lists) };
  }

  async #service(endpoint: string, signal: Signal): Promise<{ readonly service: Service; readonly url: string }> {
    const known = this.#services.get(endpoint);
    if (known) return known;
    const answer = await this.#ask({ url: endpoint, headers: accept }, signal);
    const service = readManifest(parsed(answer));
    if (!service) throw new ReconciliationError('reconciliation-no-service', endpoint);
    // A POST would lose its body on the way through a redirection.
    const found = { service, url: answer.url };
    this.#services.set(endpoint, found);
    return found;
  }

  async #ask(request: HttpRequest, signal: Signal): Promise<HttpAnswer> {
    for (let tries = 1; ; tries += 1) {
      throwIfAborted(signal);
      const answer = await this.#send(request, signal);
      if (answer.status >= 200 && answer.status < 300) return answer;
      if (!BUSY.has(answer.status)) throw new ReconciliationError('reconciliation-refused', request.url, answer.status);
      const pause = answer.retryAfter ?? PAUSE * tries;
      if (tries === TRIES || pause > LONGEST_PAUSE)
        throw new ReconciliationError('reconciliation-busy', request.url, Math.ceil(pause / 1000));
      await this.#pause(pause, signal);
    }
  }

  async #send(request: HttpRequest, signal: Signal): Promise<HttpAnswer> {
    const aborter = new Aborter();
    let isLate = false;
    const cancel = this.#clock.schedule(PATIENCE, () => {
      isLate = true;
      aborter.abort();
    });
    const heard = signal.onAbort(() => aborter.abort());
    try {
      return await this.#http.send(request, aborter.signal);
    } catch (error) {
      throwIfAborted(signal);
      if (isLate) throw new ReconciliationError('reconciliation-timeout', request.url, PATIENCE / 1000);
      if (!(error instanceof HttpError)) throw error;
      if (error.code === 'too-large')
        throw new ReconciliationError('reconciliation-bad-answer', request.url, error.detail);
      throw new ReconciliationError('reconciliation-unreachable', request.url, error.detail);
    } finally {
      cancel();
      heard.dispose();
    }
  }

  #pause(delay: number, signal: Signal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.schedule(delay, () => {
        heard.dispose();
        resolve();
      });
      const heard = signal.onAbort(() => {
        cancel();
        reject(new Aborted());
      });
    });
  }
}

/** Too many requests, and overloaded (RFC 6585, section 4; RFC 9110, section 15.6.4). */
const BUSY: ReadonlySet<number> = new Set([429, 503]);

const accept = { Accept: 'application/json' } as const;

/** The first name among entities of its type, and all names among everything: types of a service are as complete as its contributors made them. */
function queriesFor({ names, type }: Wanted, service: Service): Query[] {
  const asked = [...new Set(names.map((name) => name.replace(/\s+/gu, ' ').trim()))].slice(0, NAMES_ASKED);
  const theirs = serviceType(service, type);
  const typed: Query[] =
    theirs === null ? [] : [{ query: asked[0]!, type: theirs, type_strict: 'should', limit: CANDIDATES }];
  return [...typed, ...asked.map((query) => ({ query, limit: CANDIDATES }))];
}

function ranked(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of lists.flat()) {
    const known = best.get(candidate.id);
    if (!known || compare(candidate, known) < 0) best.set(candidate.id, candidate);
  }
  // Sorting is stable: what is equal stays in the service's order.
  return [...best.values()].sort(compare).slice(0, CANDIDATES);
}

const compare = (a: Candidate, b: Candidate): number => Number(b.match) - Number(a.match) || b.score - a.score;

function parsed({ body, url }: HttpAnswer): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new ReconciliationError('reconciliation-bad-answer', url, 'JSON');
  }
}
