/** Written together: longer pieces would hold up whoever asks the server meanwhile. */
const piece = 25;

/** Writes many cases piece by piece; answers with what came of each, in their order. */
export async function writeInPieces<Row, Written>(
  rows: readonly Row[],
  write: (row: Row) => Promise<Written>,
): Promise<Written[]> {
  const all: Written[] = [];
  for (let from = 0; from < rows.length; from += piece) {
    all.push(...(await Promise.all(rows.slice(from, from + piece).map(write))));
  }
  return all;
}
