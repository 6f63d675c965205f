import { fileStore } from '#app/features/attachment/file-store.ts';
import { sweepUploads } from '#app/features/attachment/sweep-uploads.ts';
import { forgetCabinetEntries } from '#app/features/cabinet/cabinet-session.ts';
import { forgetCallEvents } from '#app/features/call/forget-call-events.ts';
import { openAudienceRun } from '#app/features/campaign/refresh-audience.ts';
import { wakeCampaigns } from '#app/features/campaign/run-campaign.ts';
import { openMeasuring } from '#app/features/campaign-proof/open-measuring.ts';
import { closeSolved } from '#app/features/case/close-solved.ts';
import { openChurnNight } from '#app/features/churn/open-churn-night.ts';
import { refreshStaleCatalogues } from '#app/features/knowledge/refresh-stale-catalogues.ts';
import { forgetMoves } from '#app/features/ladder/forget-moves.ts';
import { openNight } from '#app/features/ladder/open-night.ts';
import { countChanges } from '#app/features/metric/count-changes.ts';
import { forgetOldNotices } from '#app/features/notice/mark-notices.ts';
import { forgetContacts } from '#app/features/outreach/forget-contacts.ts';
import { forgetExpired } from '#app/features/person/forget-expired.ts';
import { askWeeklyTraining } from '#app/features/prediction/ask-training.ts';
import { churnPlan } from '#app/features/prediction/churn-plan.ts';
import { openBalancePulls } from '#app/features/receivable/open-balance-pulls.ts';
import { openDispatches } from '#app/features/report-mail/open-dispatches.ts';
import { drawDuePlans } from '#app/features/review/draw-due-plans.ts';
import { handOverOffShift } from '#app/features/routing/hand-over-off-shift.ts';
import { handOverSilent } from '#app/features/routing/hand-over-silent.ts';
import { routeCases } from '#app/features/routing/route-cases.ts';
import { openTopicTalks } from '#app/features/save-desk/open-topic-talks.ts';
import { expireOffers } from '#app/features/shift-market/expire-offers.ts';
import { keepForecasts } from '#app/features/sla/keep-forecasts.ts';
import { reclockOpen } from '#app/features/sla/reclock-case.ts';
import { openWorkloadNight } from '#app/features/workload/open-workload-night.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { fetchAllMail } from './mail-fetch.ts';
import type { WorkServices } from './queue-definition.ts';

type Recurring = { name: string; everyMs: number; perform(services: WorkServices): Promise<unknown> };

/** The only table of recurring work. Each must bear being done twice, or late. */
export const schedule: Recurring[] = [
  { name: 'forget-expired', everyMs: 60 * 60_000, perform: forgetExpired },
  { name: 'forget-notices', everyMs: 60 * 60_000, perform: inEachTenant(forgetOldNotices) },
  { name: 'forget-call-events', everyMs: 60 * 60_000, perform: inEachTenant(forgetCallEvents) },
  { name: 'forget-contacts', everyMs: 60 * 60_000, perform: inEachTenant(forgetContacts) },
  { name: 'forget-cabinet-entries', everyMs: 60 * 60_000, perform: inEachTenant(forgetCabinetEntries) },
  { name: 'count-changes', everyMs: 500, perform: inEachTenant(countChanges) },
  { name: 'forget-moves', everyMs: 60 * 60_000, perform: inEachTenant(forgetMoves) },
  { name: 'sweep-uploads', everyMs: 60 * 60_000, perform: sweepAllUploads },
  { name: 'refresh-catalogues', everyMs: 10 * 60_000, perform: refreshStaleCatalogues },
  { name: 'mail-fetch', everyMs: 20_000, perform: fetchAllMail },
  { name: 'close-solved', everyMs: 10 * 60_000, perform: inEachTenant(closeSolved) },
  { name: 'open-save-talks', everyMs: 10_000, perform: inEachTenant(openTopicTalks) },
  { name: 'route-cases', everyMs: 2000, perform: inEachTenant(routeCases) },
  { name: 'keep-forecasts', everyMs: 5 * 60_000, perform: inEachTenant(keepForecasts) },
  { name: 'reclock-open', everyMs: 10 * 60_000, perform: inEachTenant(reclockOpen) },
  { name: 'debt-night', everyMs: 5 * 60_000, perform: inEachTenant(openNight) },
  { name: 'balance-pulls', everyMs: 5 * 60_000, perform: inEachTenant(openBalancePulls) },
  { name: 'model-training', everyMs: 60 * 60_000, perform: inEachTenant(askWeeklyTraining) },
  { name: 'campaign-proof', everyMs: 10 * 60_000, perform: inEachTenant(openMeasuring) },
  { name: 'churn-night', everyMs: 5 * 60_000, perform: inEachTenant(openNightOfChurn) },
  { name: 'workload-night', everyMs: 5 * 60_000, perform: inEachTenant(openWorkloadNight) },
  { name: 'campaign-audience', everyMs: 10 * 60_000, perform: inEachTenant(openAudienceRun) },
  { name: 'wake-campaigns', everyMs: 60_000, perform: inEachTenant(wakeCampaigns) },
  { name: 'report-mail', everyMs: 60_000, perform: inEachTenant(openDispatches) },
  { name: 'draw-plans', everyMs: 30 * 60_000, perform: inEachTenant(drawDuePlans) },
  { name: 'expire-shift-offers', everyMs: 60_000, perform: inEachTenant(expireOffers) },
  { name: 'hand-over-off-shift', everyMs: 60_000, perform: inEachTenant(handOverOffShift) },
  { name: 'hand-over-silent', everyMs: 30_000, perform: inEachTenant(handOverSilent) },
];

function openNightOfChurn(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  return openChurnNight(db, now, control, churnPlan.openModel);
}

/** One tenant after the other, so that the largest does not hold up all at once. */
function inEachTenant(perform: (db: TenantDb, now: Date, control: ControlDb) => Promise<unknown>) {
  return async ({ databases, now }: WorkServices) => {
    for (const { id } of await listTenants(databases.control)) {
      await perform(await databases.openTenant(id), now(), databases.control);
    }
  };
}

async function sweepAllUploads(services: WorkServices): Promise<void> {
  const storeOf = ({ tenantId }: TenantDb) => fileStore(services.env.PULT_DATA_DIR, tenantId);
  await inEachTenant((db, now) => sweepUploads(db, storeOf(db), now))(services);
}

/** Does everything once now and then in its time. Returns how to stop. */
export function startSchedule(
  services: WorkServices,
  onError: (error: unknown, name: string) => void,
): () => void {
  const timers = schedule.map(({ name, everyMs, perform }) => {
    const run = () => void perform(services).catch((error) => onError(error, name));
    run();
    return setInterval(run, everyMs).unref();
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
