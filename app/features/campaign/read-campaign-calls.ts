import type { Actor } from '#app/features/access/can.ts';
import { holderOf } from '#app/features/debt/call-task.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { countDueCalls, listDueCalls } from '#db/tenant/queries/campaign-calls.ts';
import { listOfferWordings } from '#db/tenant/queries/campaign-steps.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };
export type CampaignCalls = Awaited<ReturnType<typeof readCampaignCalls>>;
export type CampaignCall = CampaignCalls['calls'][number];

/** More than a shift can call. */
const mostShown = 50;

/** Whom to call for the campaigns now: one's own first, then what nobody has. */
export async function readCampaignCalls({ db, control, actor, now }: Reader) {
  const rows = await listDueCalls(db, now, mostShown);
  const offers = await listOfferWordings(
    db,
    rows.flatMap(({ call, campaign }) => campaign.steps[call.step]?.offerId ?? []),
  );
  const names = await namesOf(
    control,
    rows.flatMap(({ call }) => holderOf(call, now) ?? []),
  );
  const calls = rows.map(({ call, campaign, subscriber }) => {
    const step = campaign.steps[call.step];
    const holder = holderOf(call, now);
    const isMine = holder === actor.userId;
    return {
      id: call.id,
      subscriber,
      lineId: call.lineId,
      campaign: campaign.name,
      isMine,
      hint: step?.text ?? '',
      offer: step?.offerId ? (offers.get(step.offerId)?.words ?? null) : null,
      takenBy: holder && !isMine ? (names[holder] ?? '') : null,
    };
  });
  const rank = ({ isMine, takenBy }: (typeof calls)[number]) => (isMine ? 0 : takenBy === null ? 1 : 2);
  return { total: await countDueCalls(db, now), calls: calls.toSorted((a, b) => rank(a) - rank(b)) };
}
