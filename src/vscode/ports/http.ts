import { Aborted, HttpError, type Http } from '../../session/index.ts';

/** Answers of more bytes are no list of candidates. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The web by `fetch`, which Node and browsers have alike. No cookies, no referrer: a service learns the name that is looked up, and nothing else. */
export const http: Http = {
  async send({ url, headers, body }, signal) {
    const controller = new AbortController();
    const heard = signal.onAbort(() => controller.abort());
    try {
      const response = await fetch(url, {
        headers,
        ...(body === undefined ? {} : { method: 'POST', body }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: controller.signal,
      });
      const retryAfter = retryIn(response.headers.get('retry-after'));
      return { status: response.status, url: response.url || url, body: await text(response), retryAfter };
    } catch (error) {
      if (signal.aborted) throw new Aborted();
      throw error instanceof HttpError ? error : new HttpError('unreachable', causeOf(error));
    } finally {
      heard.dispose();
    }
  },
};

/** UTF-8, as JSON is (RFC 8259, section 8.1), read no further than the limit. */
async function text(response: Response): Promise<string> {
  const chunks = new TextDecoder();
  let read = '';
  let bytes = 0;
  if (!response.body) return read;
  const reader = response.body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new HttpError('too-large', `> ${MOST_BYTES / 1024 / 1024} MB`);
    }
    read += chunks.decode(chunk.value, { stream: true });
  }
  return read + chunks.decode();
}

/** Milliseconds; the header has seconds or a date. */
function retryIn(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** `fetch` says only that it failed; the reason, with a code, is behind it. */
function causeOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: unknown; message?: unknown }; message?: unknown };
  return (
    [cause?.code, cause?.message, message].find((each): each is string => typeof each === 'string' && each !== '') ??
    '?'
  );
}
