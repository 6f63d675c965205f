import { writeCsv } from '#app/platform/write-csv.ts';
import type { getErasure } from '#db/tenant/queries/erasures.ts';

type Act = NonNullable<Awaited<ReturnType<typeof getErasure>>>;

/**
 * The export from the log of events that goes with an act (order of Roskomnadzor 179 of 28.10.2022): whose data, by the
 * name that is left of him, which table, what was done, how many rows, why and when.
 */
export function actCsv({ erasure, rows }: Act): string {
  const { subscriberId, ground, at, by } = erasure;
  const header = ['subscriber', 'table', 'deed', 'rows', 'ground', 'at', 'by'];
  const lines = rows
    .filter(({ rows: count }) => count > 0)
    .map(({ table, deed, rows: count }) => [
      subscriberId,
      table,
      deed,
      String(count),
      ground,
      at.toISOString(),
      by,
    ]);
  return writeCsv([header, ...lines]);
}
