/**
 * Whether a buffer is what an editor makes of a file that is not UTF-8: the same characters, with U+FFFD where a byte is no UTF-8.
 * Then all offsets agree, and the better text is that of the file. Where several bytes became one U+FFFD, nothing can be said.
 */
export function isMisread(buffer: string, file: string): boolean {
  if (buffer.length !== file.length || !buffer.includes(REPLACEMENT)) return false;
  for (let at = 0; at < buffer.length; at += 1) {
    if (buffer[at] !== file[at] && buffer[at] !== REPLACEMENT) return false;
  }
  return true;
}

const REPLACEMENT = '\ufffd';
