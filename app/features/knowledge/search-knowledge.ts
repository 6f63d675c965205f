import type { TenantDb } from '#db/open.ts';
import { countDocs, type IndexedDoc, listDocs, runProbes } from '#db/tenant/queries/knowledge-index.ts';
import { mostDocsOfRare, type Probe, planProbes } from './plan-search.ts';
import { rankDocuments } from './rank-documents.ts';
import { type ReadQuery, readQuery } from './read-query.ts';

export type SearchInput = {
  text: string;
  /** Only what holds for this carrier; `null`: for any. */
  carrier: string | null;
  now: Date;
  limit: number;
  /** Whether the last word may go on. */
  isTyping: boolean;
};
export type RankedDoc = IndexedDoc & { score: number };

/** Documents that are looked at closely. */
const mostCandidates = 150;

/** What answers the question, best first, and the terms by which it was found. */
export async function searchKnowledge(
  db: TenantDb,
  { text, carrier, now, limit, isTyping }: SearchInput,
): Promise<{ docs: RankedDoc[]; terms: ReadQuery['terms'] }> {
  const { parts, terms } = await readQuery(db, text, { isTyping });
  if (parts.length === 0) return { docs: [], terms };
  const all = await countDocs(db);
  const probes = planProbes(parts, all);
  const met = await runProbes(db, probes, { carrier, now }, mostDocsOfRare);
  const candidates = await listDocs(db, worthiest(met, probes));
  return { docs: rankDocuments(parts, candidates, all).slice(0, limit), terms };
}

/** The documents that were met most often, by what the probes were worth. */
function worthiest(met: readonly { id: number; probe: number }[], probes: readonly Probe[]): number[] {
  const worths = new Map<number, number>();
  for (const { id, probe } of met) worths.set(id, (worths.get(id) ?? 0) + (probes[probe]?.worth ?? 0));
  const best = [...worths].toSorted(([, a], [, b]) => b - a).slice(0, mostCandidates);
  return best.map(([id]) => id);
}
