/** A reconciliation service on loopback: a real HTTP server, so that what is tested is what goes over the wire. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  /** The form's fields; empty for a GET. */
  readonly form: URLSearchParams;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The connection is kept open without a word. */
  readonly silent?: boolean;
}

export interface ReconciliationService {
  /** The endpoint. */
  readonly url: string;
  /** In order of arrival. */
  readonly asked: readonly Asked[];
  /** Answers for the next requests instead of the service's own. */
  readonly next: Answer[];
  close(): Promise<void>;
}

/** A candidate as it goes over the wire. */
export interface WireCandidate {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly match?: boolean;
  readonly description?: string;
  readonly type?: readonly (string | { readonly id: string; readonly name?: string })[];
}

export const MANIFEST = {
  versions: ['0.1', '0.2'],
  name: 'Harbour authorities',
  identifierSpace: 'http://www.wikidata.org/entity/',
  schemaSpace: 'http://www.wikidata.org/prop/direct/',
  view: { url: 'https://www.wikidata.org/wiki/{{id}}' },
} as const;

/** Starts a service that answers each query with the candidates of its words, by lower case; none for others. */
export async function startService(
  candidates: Readonly<Record<string, readonly WireCandidate[]>> = {},
  manifest: unknown = MANIFEST,
): Promise<ReconciliationService> {
  const asked: Asked[] = [];
  const next: Answer[] = [];
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await bodyOf(request));
    const { method = '', url: path = '' } = request;
    asked.push({ method, path, type: request.headers['content-type'] ?? '', form });
    const told = next.shift() ?? { body: method === 'GET' ? JSON.stringify(manifest) : results(form, candidates) };
    if (told.silent) return;
    // Browsers ask from another origin, and services allow it.
    const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*', ...told.headers };
    response.writeHead(told.status ?? 200, headers).end(told.body ?? '');
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/en/api`,
    asked,
    next,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface WireQuery {
  readonly query: string;
  readonly type?: string;
}

function results(form: URLSearchParams, candidates: Readonly<Record<string, readonly WireCandidate[]>>): string {
  const batch = JSON.parse(form.get('queries') ?? '{}') as Readonly<Record<string, WireQuery>>;
  const answers = Object.entries(batch).map(([key, { query, type }]) => {
    const found = candidates[query.toLowerCase()] ?? [];
    const ofType = found.filter((each) => type === undefined || each.type?.some((one) => idOf(one) === type));
    return [key, { result: ofType }] as const;
  });
  return JSON.stringify(Object.fromEntries(answers));
}

const idOf = (type: string | { readonly id: string }): string => (typeof type === 'string' ? type : type.id);

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += String(chunk);
  return body;
}
