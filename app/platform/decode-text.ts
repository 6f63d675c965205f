export const textEncodings = ['utf-8', 'windows-1251', 'utf-16le'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** Bytes looked at behind the first one that is not ASCII, before the encoding is settled. */
const evidenceBytes = 4096;

/**
 * Decodes a stream of bytes, in bounded memory. Without `encoding` it is found out: a byte order mark, else
 * UTF-8 when the first letters are valid UTF-8, else windows-1251. A broken character becomes U+FFFD.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  encoding?: TextEncoding,
): AsyncGenerator<string> {
  let decoder = encoding && new TextDecoder(encoding);
  let undecided = new Uint8Array();
  for await (const chunk of source) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    undecided = Buffer.concat([undecided, chunk]);
    const firstLetter = undecided.findIndex((byte) => byte > 127);
    if (firstLetter !== -1 && undecided.length - firstLetter < evidenceBytes) continue;
    if (firstLetter !== -1) decoder = new TextDecoder(detectEncoding(undecided, true));
    yield decodeHead(undecided, decoder);
    undecided = new Uint8Array();
  }
  decoder ??= new TextDecoder(detectEncoding(undecided, false));
  yield decoder.decode(undecided);
}

function decodeHead(bytes: Uint8Array, decoder: TextDecoder | undefined): string {
  return decoder ? decoder.decode(bytes, { stream: true }) : new TextDecoder('utf-8').decode(bytes);
}

function detectEncoding(bytes: Uint8Array, isCutOff: boolean): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCutOff });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}
