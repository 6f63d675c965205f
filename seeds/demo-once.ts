import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#app/features/access/can.ts';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import type { RequestState } from '#app/features/request/request.ts';
import type { Faults } from '#carriers/simulation.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { awaitSettled } from './await-settled.ts';
import { type Comparison, compareLedger, type Finding, listLost } from './compare-ledgers.ts';
import { type ContactDay, playContacts } from './contact-day.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { createFastClock } from './fast-clock.ts';
import { listStaff } from './people.ts';
import { loadCatalogues, type TenantPlan, tenantOf } from './plan.ts';
import { playDay } from './scripted-day.ts';
import { sever } from './sever.ts';
import { volna } from './volna.ts';

export type OnceReport = {
  name: 'demo --once';
  ok: boolean;
  figures: {
    requests: number;
    contacts: number;
    repliesOut: number;
    lost: number;
    duplicated: number;
    mismatched: number;
    unsettled: number;
    byCarrier: Record<string, Partial<Record<RequestState, number>>>;
    refusedInTheDryRun: Record<string, number>;
    readyInSeconds: number;
    findings: string[];
  };
  budgets: Record<string, { limit: number; value: number; ok: boolean }>;
  seconds: number;
};

export const dayFaults: Partial<Faults> = {
  hangAfterApplying: 0.03,
  hangBeforeApplying: 0.03,
  breakAfterApplying: 0.03,
  acceptSilently: 0.03,
  failLater: 0.02,
  unavailable: 0.03,
  errorInside: 0.03,
  expireSession: 0.03,
};

/** Twenty minutes of the day pass in one, so that a quarter of an hour of asking is 45 s of waiting. */
const speed = 20;
const settleWithinMs = 180_000;
const dayShare: [TenantPlan, number][] = [
  [volna, 240],
  [sever, 60],
];
const person: Actor = { userId: 'scripted-lead', name: 'Вера Сценарная', roles: ['lead'] };

/**
 * Plays one day of 300 requests with faults switched on and some dozens of contacts, waits for the end, and compares
 * the ledgers of the carriers and of the channels.
 */
export async function runOnce(say: (text: string) => void): Promise<OnceReport> {
  const startedAt = Date.now();
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-demo-'));
  const clock = createFastClock(speed);
  const demo = await startDemo({
    dataDir,
    port: 0,
    simulatorsFrom: 0,
    knobs: { latencyMs: 5, workMs: 2000, faults: dayFaults },
    accounts: { deadlineMs: 1500, settings: { megafon: { visibleWithinMs: 60_000 } } },
    clock,
    logLevel: 'fatal',
    report: () => {},
  });
  const readyInSeconds = (Date.now() - startedAt) / 1000;
  try {
    say(`Ready in ${readyInSeconds.toFixed(1)} s. The day begins.`);
    const since = clock.now();
    const catalogues = await loadCatalogues();
    const comparisons: Comparison[] = [];
    const lost: Finding[] = [];
    const refusals: Record<string, number> = {};
    const days = dayShare.map(async ([plan, requests], index) => {
      const desk = await deskOf(demo, plan);
      return { plan, desk, day: await playDay(desk, { seed: 40 + index, requests, batch: 30, catalogues }) };
    });
    const [played, contacts] = await Promise.all([Promise.all(days), playContactsOf(demo, volna)]);
    for (const { plan, desk, day } of played) {
      say(`${plan.name}: ${day.acknowledged.length} requests acknowledged. Waiting for the last of them.`);
      await awaitSettled(desk, settleWithinMs);
      for (const [code, n] of Object.entries(day.refusals)) refusals[code] = (refusals[code] ?? 0) + n;
      comparisons.push(...(await compareAll(demo, plan, desk().db, since)));
      lost.push(...(await listLost(desk().db, day.acknowledged)));
    }
    const { figures, findings } = contacts;
    say(`${volna.name}: ${figures.contacts} contacts, ${figures.repliesOut} replies out.`);
    const seconds = (Date.now() - startedAt) / 1000;
    return report(comparisons, [...lost, ...findings], refusals, { ...figures, readyInSeconds, seconds });
  } finally {
    await demo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function deskOf(demo: Demo, plan: TenantPlan): Promise<() => RequestDesk> {
  const { databases, carriers, now } = demo.running.services;
  const db = await databases.openTenant(tenantOf(plan).id);
  const actor = await findPerson(databases.control, plan);
  return () => ({ db, carriers, actor, now: now() });
}

/** The lead of the client company: whoever works in it needs a pass for its carriers. */
async function findPerson(control: ControlDb, plan: TenantPlan): Promise<Actor> {
  const [userId = person.userId] = await listStaff(control, tenantOf(plan).id, ['lead']);
  return { ...person, userId };
}

async function playContactsOf({ running, channels }: Demo, plan: TenantPlan): Promise<ContactDay> {
  const { services } = running;
  const channel = channels.find((one) => one.plan === plan);
  if (!channel) throw new Error(`${plan.name} has no channels.`);
  const { control } = services.databases;
  const db = await services.databases.openTenant(channel.mail.tenantId);
  const actor = await findPerson(control, plan);
  return playContacts({ services, channel, desk: () => ({ db, control, actor, now: services.now() }) });
}

function compareAll(demo: Demo, plan: TenantPlan, db: TenantDb, since: Date): Promise<Comparison[]> {
  const hosted = demo.host.hosted.filter((one) => one.tenantId === tenantOf(plan).id);
  return Promise.all(
    hosted.map(({ carrier, simulator }) => compareLedger(db, carrier, simulator, { since, lines: true })),
  );
}

function report(
  comparisons: Comparison[],
  gone: Finding[],
  refusedInTheDryRun: Record<string, number>,
  measured: ContactDay['figures'] & { readyInSeconds: number; seconds: number },
): OnceReport {
  const { seconds, ...counted } = measured;
  const findings = [...gone, ...comparisons.flatMap((comparison) => comparison.findings)];
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length;
  const byCarrier: OnceReport['figures']['byCarrier'] = {};
  for (const { carrier, counts } of comparisons)
    byCarrier[carrier] = addCounts(byCarrier[carrier] ?? {}, counts);
  const requests = Object.values(byCarrier).reduce((sum, counts) => sum + total(counts), 0);
  const wrong = { lost: count('lost'), duplicated: count('duplicated'), mismatched: count('mismatched') };
  const budgets = Object.fromEntries(
    Object.entries({ ...wrong, unsettled: count('unsettled') }).map(([key, value]) => [
      key,
      { limit: 0, value, ok: value === 0 },
    ]),
  );
  return {
    name: 'demo --once',
    ok: Object.values(budgets).every((budget) => budget.ok),
    figures: {
      requests,
      ...counted,
      ...wrong,
      unsettled: count('unsettled'),
      byCarrier,
      refusedInTheDryRun,
      findings: findings.map(({ kind, carrier, what }) => `${kind} at ${carrier}: ${what}`),
    },
    budgets,
    seconds,
  };
}

function addCounts(a: Partial<Record<RequestState, number>>, b: Partial<Record<RequestState, number>>) {
  const sum = { ...a };
  for (const [state, n] of Object.entries(b))
    sum[state as RequestState] = (sum[state as RequestState] ?? 0) + n;
  return sum;
}

function total(counts: Partial<Record<RequestState, number>>): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}
