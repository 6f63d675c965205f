import type { TenantDb } from '#db/open.ts';
import {
  type AudienceCounts,
  type AudienceSpec,
  countAudience,
  getAudienceAsOf,
} from '#db/tenant/queries/audience.ts';

export type AudiencePreview = AudienceCounts & {
  /** When what is counted was looked up; null: never yet, and nothing can be counted. */
  asOf: Date | null;
};

/** Counts who fits, piece by piece, so that no piece keeps the others of this process waiting. */
export async function previewAudience(
  db: TenantDb,
  spec: AudienceSpec,
  carriers: readonly string[],
): Promise<AudiencePreview> {
  const run = await getAudienceAsOf(db);
  let sum = nobody;
  let after = '';
  for (const upTo of run?.marks ?? []) {
    sum = add(sum, await countAudience(db, spec, { place: { after, upTo }, carriers }));
    after = upTo;
  }
  return { ...sum, asOf: run?.endedAt ?? null };
}

const nobody: AudienceCounts = {
  people: 0,
  lines: 0,
  risk: 0,
  foretold: 0,
  byCarrier: {},
  byBand: {},
  reached: {},
  agreed: {},
};

function add(a: AudienceCounts, b: AudienceCounts): AudienceCounts {
  return {
    people: a.people + b.people,
    lines: a.lines + b.lines,
    risk: a.risk + b.risk,
    foretold: a.foretold + b.foretold,
    byCarrier: addEach(a.byCarrier, b.byCarrier),
    byBand: addEach(a.byBand, b.byBand),
    reached: addEach(a.reached, b.reached),
    agreed: addEach(a.agreed, b.agreed),
  };
}

function addEach(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(b).map(([key, count]) => [key, (a[key] ?? 0) + count]));
}
