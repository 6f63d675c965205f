import type { Role } from '#app/features/access/role.ts';
import { aroundTheClock } from '#app/features/sla/calendar.ts';
import type { Services } from '#app/platform/context.ts';
import { startSession } from '#app/platform/session.ts';
import { commit } from '#db/commit.ts';
import { apiKeys, carrierAccounts, invitations, memberships } from '#db/control/schema.ts';
import type { TenantDb } from '#db/open.ts';
import * as desk from '#db/tenant/schema/desk.ts';
import * as request from '#db/tenant/schema/request.ts';
import * as sla from '#db/tenant/schema/sla.ts';
import * as subscriber from '#db/tenant/schema/subscriber.ts';
import {
  makeCarrierAccount,
  makeLine,
  makeRequest,
  makeSubscriber,
  seededId,
  seedTime,
} from '#seeds/factories.ts';
import { fillAdmission } from './tenant-admission.ts';
import { fillCabinet } from './tenant-cabinet.ts';
import { fillCampaignCalls } from './tenant-campaign-calls.ts';
import { fillCampaigns } from './tenant-campaigns.ts';
import { fillChurn } from './tenant-churn.ts';
import { fillContacts } from './tenant-contacts.ts';
import { fillDebts } from './tenant-debts.ts';
import { fillGame } from './tenant-game.ts';
import { fillIncident } from './tenant-incident.ts';
import { fillKnowledge } from './tenant-knowledge.ts';
import { fillModels } from './tenant-models.ts';
import { fillMonths } from './tenant-months.ts';
import { fillOffers } from './tenant-offers.ts';
import { fillOutreach } from './tenant-outreach.ts';
import { fillOwnReports } from './tenant-own-reports.ts';
import { fillReceivables } from './tenant-receivables.ts';
import { fillReportMail } from './tenant-report-mail.ts';
import { fillReportTalk } from './tenant-report-talk.ts';
import { fillReviews } from './tenant-reviews.ts';
import { fillShifts } from './tenant-shifts.ts';
import { fillStrategies } from './tenant-strategies.ts';
import { fillWorkload } from './tenant-workload.ts';
import { addPerson, addTenant, visit } from './test-people.ts';
import { createTestServices } from './test-services.ts';

export type FilledTenant = {
  tenantId: string;
  slug: string;
  db: TenantDb;
  /** Stands in every text of this tenant. */
  marker: string;
  msisdn: string;
  /** A value for every parameter of an address, of this tenant alone. */
  ids: Record<string, string>;
};

/** Two client companies filled alike, with marks by which the rows of each are known in any text. */
export async function openTwoTenants() {
  const { services, clock } = await createTestServices();
  services.env.LOG_LEVEL = 'silent';
  const alfa = await fill(services, 1, 'Альфовский', '+79163334455');
  const beta = await fill(services, 2, 'Бетовский', '+79265557788');
  return { services, clock, alfa, beta };
}

/** The cookie of somebody who has just signed in with both factors. */
export async function signIn(services: Services, role: Role, tenantId: string | null): Promise<string> {
  const userId = await addPerson(services, `${role}-${tenantId ?? 'centre'}@example.com`, [
    { role, tenantId },
  ]);
  const cookie = await startSession(services, userId, visit, services.now());
  return cookie.split(';')[0] ?? '';
}

async function fill(services: Services, seed: number, marker: string, msisdn: string): Promise<FilledTenant> {
  const tenantId = await addTenant(services, seed);
  const db = await services.databases.openTenant(tenantId);
  const userId = await addPerson(services, `person-${seed}@example.com`, [{ role: 'agent', tenantId }]);
  const accountId = await fillControl(services, seed, tenantId, marker);
  const lineIds = await fillDesk(db, seed, userId, { marker, msisdn, accountId });
  const caseIds = await fillContacts(db, seed, marker, userId);
  const ids = { ...lineIds, ...caseIds, ...(await fillIncident(db, seed, marker, caseIds.caseId)) };
  const admissionIds = await fillAdmission(db, seed, marker, userId);
  const gameIds = await fillGame(db, seed, marker, userId);
  const reviewIds = await fillReviews(db, seed, marker, caseIds.caseId);
  const receivableIds = await fillReceivables(db, seed, marker, userId);
  const outreachIds = await fillOutreach(db, seed, marker, userId);
  const cabinetIds = await fillCabinet(db, seed, marker, receivableIds.receivableId);
  const debtIds = await fillDebts(db, seed, marker, receivableIds.receivableId);
  const modelIds = await fillModels(db, seed, marker, receivableIds.receivableId);
  await fillChurn(db, seed, marker, lineIds.lineId);
  const strategyIds = await fillStrategies(db, seed, marker, userId);
  const campaignCallIds = await fillCampaignCalls(db, seed, marker, userId);
  const campaignIds = await fillCampaigns(db, seed, marker, userId);
  const offerIds = await fillOffers(db, seed, marker);
  const shiftIds = await fillShifts(db, seed, marker, userId);
  const workIds = await fillWorkload(db, seed, marker);
  const talkIds = await fillReportTalk(db, seed, marker, caseIds.caseId);
  const monthIds = await fillMonths(db, seed, marker);
  const ownReportIds = await fillOwnReports(db, seed, marker);
  const mailIds = await fillReportMail(db, seed, marker, ownReportIds.ownReportId);
  const membershipId = await membershipOf(services, userId);
  const own = {
    tenantId,
    userId,
    accountId,
    membershipId,
    ...admissionIds,
    ...gameIds,
    ...reviewIds,
    ...strategyIds,
    ...campaignCallIds,
    ...campaignIds,
    ...modelIds,
    ...receivableIds,
    ...outreachIds,
    ...cabinetIds,
    ...debtIds,
    ...offerIds,
    ...shiftIds,
    ...workIds,
    ...monthIds,
    ...talkIds,
    ...ownReportIds,
    ...mailIds,
    keyId: seededId(seedTime, seed, 7),
    invitationId: seededId(seedTime, seed, 8),
  };
  const slug = `tenant-${seed}`;
  return { tenantId, slug, db, marker, msisdn, ids: { tenant: slug, ...own, ...ids } };
}

async function membershipOf({ databases }: Services, userId: string): Promise<string> {
  const rows = await databases.control.select().from(memberships);
  return rows.find((row) => row.userId === userId)?.id ?? '';
}

async function fillControl({ databases }: Services, seed: number, tenantId: string, marker: string) {
  const account = makeCarrierAccount(seed, {
    tenantId,
    title: `${marker} договор`,
    credentialsSealed: 'sealed-canary',
  });
  const by = { createdBy: 'somebody', createdAt: seedTime };
  await commit(databases.control, [
    databases.control.insert(carrierAccounts).values(account),
    databases.control.insert(apiKeys).values({
      id: seededId(seedTime, seed, 7),
      tenantId,
      title: `${marker} ключ`,
      keyHash: `hash-canary-${seed}`,
      ...by,
    }),
    databases.control.insert(invitations).values({
      id: seededId(seedTime, seed, 8),
      tokenHash: `token-canary-${seed}`,
      email: `invited-${seed}@example.com`,
      role: 'agent',
      tenantId,
      invitedBy: 'somebody',
      expiresAt: new Date(seedTime.getTime() + 300 * 86_400_000),
      createdAt: seedTime,
    }),
  ]);
  return account.id;
}

type Marks = { marker: string; msisdn: string; accountId: string };

async function fillDesk(db: TenantDb, seed: number, userId: string, { marker, msisdn, accountId }: Marks) {
  const batchId = seededId(seedTime, seed, 9);
  const viewId = seededId(seedTime, seed, 10);
  const calendarId = seededId(seedTime, seed, 11);
  const line = makeLine(seed, { msisdn, carrierAccountId: accountId, tariffName: `${marker} тариф` });
  const payload = { kind: 'other', task: `${marker} task` } as const;
  const row = {
    payload,
    kind: 'other',
    subject: 'other',
    batchId,
    createdBy: userId,
    carrierAccountId: accountId,
  } as const;
  const one = makeRequest(seed, { ...row, state: 'manual' });
  const failed = makeRequest(seed + 10, { ...row, lineId: line.id, state: 'refused' });
  const moved = { event: 'drafted', fromState: 'draft', toState: 'manual', at: seedTime } as const;
  await commit(db, [
    db.insert(subscriber.subscribers).values(makeSubscriber(seed, { name: `${marker} Абонент` })),
    db.insert(subscriber.lines).values(line),
    db.insert(subscriber.searchTerms).values(
      [marker.toLowerCase(), `#${[...msisdn.slice(2)].reverse().join('')}`].map((term) => ({
        term,
        subscriberId: makeSubscriber(seed).id,
      })),
    ),
    db
      .insert(request.batches)
      .values({ id: batchId, title: `${marker} пакет`, payload, createdBy: userId, createdAt: seedTime }),
    db.insert(request.batchRejects).values({ batchId, row: 1, text: msisdn, reason: 'line-not-found' }),
    db.insert(request.requests).values([one, failed]),
    db
      .insert(request.requestEvents)
      .values({ requestId: one.id, version: 1, actor: userId, note: { reason: marker }, ...moved }),
    db
      .insert(desk.savedViews)
      .values({ id: viewId, userId, name: `${marker} вид`, query: '?state=manual', createdAt: seedTime }),
    ...calendarOf(db, calendarId, userId, marker),
  ]);
  const shared = await fillKnowledge(db, seed, marker);
  return { ...shared, requestId: one.id, lineId: line.id, batchId, viewId, calendarId };
}

function calendarOf(db: TenantDb, calendarId: string, createdBy: string, marker: string) {
  const made = { createdBy, createdAt: seedTime };
  const hours = { timeZone: 'Europe/Moscow', week: aroundTheClock, specialDays: [] };
  const version = { id: calendarId, calendarId, effectiveFrom: '2026-01-01', hours, reason: marker, ...made };
  return [
    db.insert(sla.calendars).values({ id: calendarId, name: `${marker} календарь`, ...made }),
    db.insert(sla.calendarVersions).values(version),
  ];
}
