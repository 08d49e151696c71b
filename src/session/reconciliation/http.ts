/** The web as the program needs it: one request, one answer. The only port that leaves the machine; nothing but a command of the reader uses it. */
import type { Signal } from '../signal.ts';

export interface Http {
  /** Follows redirections. Rejects with an `HttpError`, or with `Aborted` once the signal is raised; an answer of any status is an answer. */
  send(request: HttpRequest, signal: Signal): Promise<HttpAnswer>;
}

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** POST with this body; left out: GET. */
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Where the answer came from, after redirections. */
  readonly url: string;
  readonly body: string;
  /** Milliseconds until the server wants to be asked again (RFC 9110, section 10.2.3); null where it does not say. */
  readonly retryAfter: number | null;
}

/** `unreachable`: no answer came. `too-large`: it was longer than anybody would read. */
export type HttpErrorCode = 'unreachable' | 'too-large';

export class HttpError extends Error {
  readonly code: HttpErrorCode;
  /** What the machine says about it ("ENOTFOUND"), for a message. */
  readonly detail: string;

  constructor(code: HttpErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'HttpError';
    this.code = code;
    this.detail = detail;
  }
}
