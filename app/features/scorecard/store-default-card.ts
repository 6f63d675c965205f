import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cardVersions, scorecards } from '#db/tenant/schema/scorecard.ts';
import { defaultCard, defaultCardTitle } from './default-card.ts';

/** The statements that give a tenant the card of the trade, in force. */
export function storeDefaultCard(
  db: TenantDb,
  { id, by, at }: { id: string; by: string; at: Date },
): Statement[] {
  return [
    db.insert(scorecards).values({ id, title: defaultCardTitle, createdBy: by, createdAt: at }),
    db
      .insert(cardVersions)
      .values({ cardId: id, version: 1, content: defaultCard, holdsFrom: at, changedBy: by, changedAt: at }),
  ];
}
