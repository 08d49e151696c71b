import { window, type LogOutputChannel } from 'vscode';
import { loadNameModel } from '../../core/index.ts';
import { inProcess, type Clock, type Digest, type Ids, type Log, type Reader } from '../../session/index.ts';

/** Ports that are the same in Node and in the browser: both have the web's own functions. */

export const clock: Clock = {
  now: () => Date.now(),
  schedule(delay, task) {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

export const ids: Ids = { next: () => `urn:uuid:${crypto.randomUUID()}` };

export const webDigest: Digest = {
  async sha256(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};

/** Reads in the extension host. The weights are loaded with the first source, not at activation. */
export function readerWith(weights: () => Promise<Uint8Array>): Reader {
  let loaded: Promise<Reader> | undefined;
  return {
    async read(request, signal) {
      loaded ??= weights()
        .then((bytes) => inProcess(loadNameModel(bytes)))
        .catch((error: unknown) => {
          // Not for ever: the next source tries again.
          loaded = undefined;
          throw error;
        });
      return (await loaded).read(request, signal);
    },
  };
}

export function createLog(): Log & { dispose(): void } {
  const channel: LogOutputChannel = window.createOutputChannel('Apparatus', { log: true });
  return {
    write(level, text) {
      switch (level) {
        case 'debug':
          return channel.debug(text);
        case 'info':
          return channel.info(text);
        case 'warning':
          return channel.warn(text);
        case 'error':
          return channel.error(text);
      }
    },
    dispose: () => channel.dispose(),
  };
}
