import { fileTypeFromBuffer } from 'file-type';

const textSample = 64 * 1024;

/** What the content of a file is, whatever it is called; `undefined`: nothing that is known. */
export async function sniffFile(bytes: Uint8Array): Promise<string | undefined> {
  const known = await fileTypeFromBuffer(bytes);
  if (known) return known.mime;
  return isPlainText(bytes.subarray(0, textSample)) ? 'text/plain' : undefined;
}

/** Letters and no markup: a browser that guesses finds nothing to render in it. */
function isPlainText(sample: Uint8Array): boolean {
  if (sample.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  const text = Buffer.from(sample).toString('latin1');
  return !/<\s*(!doctype|!--|\?xml|[a-z][a-z0-9]*[\s>/])|^#!|^\s*%!/i.test(text);
}
