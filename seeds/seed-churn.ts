import { type SQL, sql } from 'drizzle-orm';
import { churnScorecard } from '#app/features/churn/churn-scorecard.ts';
import { type ChurnTraining, trainChurn } from '#app/features/churn/train-churn.ts';
import { churnPlan } from '#app/features/prediction/churn-plan.ts';
import type { TrainingResult } from '#app/features/prediction/train-target.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import { columns, rowsFrom } from '#db/json-rows.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import type { ModelRow } from '#db/tenant/queries/nonpayment.ts';
import { churnDefinitions, departures, lineLives, lineUsage } from '#db/tenant/schema/churn.ts';
import { models, modelTrainings } from '#db/tenant/schema/prediction.ts';
import { type DrawnLife, drawLife, type KnownTrouble, lately, type QuietShare } from './draw-life.ts';
import { createDraws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';

const dayMs = 86_400_000;
const linesAtOnce = 3000;
/** Fewer than a night's training reads: the demo must be ready soon. */
const learntFrom = 3000;

type Drawn = { lineId: string; life: DrawnLife };

/** Eighteen months of lives: who used how much, who left and why, who came back; and the model that learnt from them. */
export async function seedChurn(
  { db, control }: { db: TenantDb; control: ControlDb },
  plan: TenantPlan,
  managerId: string,
  now: Date,
): Promise<void> {
  const today = dateAt(now.getTime(), plan.timeZone);
  const draws = createDraws(plan.seed + 6000);
  const lines = await listKnown(db, now);
  const around = { quietShare: quietShareOf(lines), intoMonth: Number(today.slice(8)) - 1 };
  await write(db, [define(db, plan, managerId, now)]);
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const drawn = lines
      .slice(from, from + linesAtOnce)
      .map(({ lineId, ...known }) => ({ lineId, life: drawLife(draws, known, around) }));
    await write(db, [
      storeLives(db, drawn, today),
      storeUsage(db, drawn, today, now),
      ...storeDepartures(db, plan, drawn, from, today, now),
    ]);
  }
  await learn({ db, control }, plan, managerId, now);
}

type Known = KnownTrouble & { lineId: string };

/** Whoever is billed is there: he is busy today. */
async function listKnown(db: TenantDb, now: Date): Promise<Known[]> {
  const days = (at: SQL) => sql`(${now.getTime()} - ${at}) / ${dayMs}`;
  const rows = await db.all<
    Record<'lineId' | 'asked' | 'refused' | 'told' | 'complained' | 'billed', string>
  >(sql`
    select l.id as lineId, r.asked, r.refused, c.told, c.complained,
      (select '[0]' from receivables w where w.line_id = l.id limit 1) as billed
    from lines l
      left join (select line_id, json_group_array(${days(sql`changed_at`)}) as asked,
          json_group_array(${days(sql`changed_at`)}) filter (where state = 'refused') as refused
        from requests group by line_id) r on r.line_id = l.id
      left join (select subscriber_id, json_group_array(${days(sql`created_at`)}) as told,
          json_group_array(${days(sql`created_at`)}) filter (where kind = 'complaint') as complained
        from cases group by subscriber_id) c on c.subscriber_id = l.subscriber_id
    order by l.id`);
  const listOf = (text: string | null): number[] => JSON.parse(text ?? '[]');
  return rows.map(({ lineId, asked, refused, told, complained, billed }) => ({
    lineId,
    refusedDays: listOf(refused),
    complaintDays: listOf(complained),
    busyDays: [...listOf(asked), ...listOf(told), ...listOf(billed)],
  }));
}

const mostAsked = 3;

/** As it is on the first day of each thirty. */
function quietShareOf(known: readonly Known[]): QuietShare {
  const shares = Array.from({ length: 19 }, (_, part) => {
    const counts = Array.from({ length: mostAsked + 1 }, () => ({ all: 0, quiet: 0 }));
    for (const { busyDays } of known) {
      const own = counts[Math.min(mostAsked, lately(busyDays, part * 30))];
      if (!own) continue;
      own.all++;
      own.quiet += busyDays.every((days) => days > part * 30) ? 1 : 0;
    }
    return counts.map(({ all, quiet }) => quiet / Math.max(1, all));
  });
  return (days, asked) => shares[Math.round(days / 30)]?.[Math.min(mostAsked, asked)] ?? 1;
}

function define(db: TenantDb, plan: TenantPlan, setBy: string, now: Date): Statement {
  return db.insert(churnDefinitions).values({
    id: planId(plan, 'model', plan.clock, 90),
    from: addDays(dateAt(now.getTime(), plan.timeZone), -700),
    carrierAccountId: '',
    kinds: ['port-out', 'disconnected', 'silent'],
    silentDays: 90,
    setBy,
    setAt: new Date(now.getTime() - 700 * dayMs),
  });
}

function storeLives(db: TenantDb, drawn: readonly Drawn[], today: string): Statement {
  const rows = drawn.map(({ lineId, life: { joinedDays, left } }, index) => {
    const silence = left?.kind === 'silent' ? 90 : 0;
    const goneDays = left && left.returnedDays === null ? left.days + silence : index % 4;
    return [lineId, addDays(today, -joinedDays), addDays(today, -goneDays)];
  });
  return db.insert(lineLives).select(sql`select ${columns(3)} ${rowsFrom(rows)}`);
}

function storeUsage(db: TenantDb, drawn: readonly Drawn[], today: string, now: Date): Statement {
  const monthOf = monthsBack(today);
  const rows = drawn.flatMap(({ lineId, life }) =>
    life.months.map(([fee, minutes, megabytes], index) => [
      lineId,
      monthOf(index + 1),
      fee,
      minutes,
      megabytes,
      0,
    ]),
  );
  const toldAt = now.getTime() - 5 * dayMs;
  return db.insert(lineUsage).select(sql`select ${columns(6)}, ${toldAt} ${rowsFrom(rows)}`);
}

function monthsBack(today: string): (back: number) => string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return (back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
}

function storeDepartures(
  db: TenantDb,
  plan: TenantPlan,
  drawn: readonly Drawn[],
  from: number,
  today: string,
  now: Date,
): Statement[] {
  const rows = drawn.flatMap(({ lineId, life: { left } }, index) => {
    if (!left) return [];
    const at = new Date(now.getTime() - left.days * dayMs);
    const returnedOn = left.returnedDays === null ? null : addDays(today, -left.returnedDays);
    const on = addDays(today, -left.days);
    const id = planId(plan, 'model', at, 10_000 + from + index);
    return [[id, lineId, left.kind, on, left.reason, null, returnedOn, 'import:goodbyes.csv', at.getTime()]];
  });
  if (rows.length === 0) return [];
  return [db.insert(departures).select(sql`select ${columns(9)} ${rowsFrom(rows)}`)];
}

/** A model was trained two days ago; it is in force if it beat the points of experience, which were until then. */
async function learn(
  { db, control }: { db: TenantDb; control: ControlDb },
  plan: TenantPlan,
  managerId: string,
  now: Date,
): Promise<void> {
  const at = new Date(now.getTime() - 2 * dayMs);
  const today = dateAt(at.getTime(), plan.timeZone);
  const first = modelRow(plan, 1, { parameters: churnScorecard, card: { training: null } }, plan.clock);
  const desk = { db, control, now: () => now, today, timeZone: plan.timeZone };
  const { job } = await churnPlan.read(desk, first);
  if (job.target !== 'churn') throw new Error('The plan of churn trains something else.');
  const result = trainChurn(firstLines(job.input));
  const { trained } = result;
  if (!trained?.isBetter) {
    const row = {
      ...storedTraining(plan, managerId, at, result),
      outcome: 'not-better' as const,
      modelId: first.id,
    };
    await write(db, [db.insert(models).values(first), db.insert(modelTrainings).values(row)]);
    return;
  }
  const second = modelRow(plan, 2, { parameters: trained.parameters, card: { training: trained.card } }, at);
  const row = {
    ...storedTraining(plan, managerId, at, result),
    outcome: 'in-force' as const,
    modelId: second.id,
  };
  await write(db, [
    db.insert(models).values({ ...first, retiredAt: at }),
    db.insert(models).values(second),
    db.insert(modelTrainings).values(row),
  ]);
}

function firstLines(input: ChurnTraining): ChurnTraining {
  return { ...input, lives: input.lives.slice(0, learntFrom), left: input.left.slice(0, learntFrom) };
}

function modelRow(
  plan: TenantPlan,
  number: number,
  model: Pick<ModelRow, 'parameters' | 'card'>,
  at: Date,
): ModelRow {
  const { kind } = model.parameters;
  return {
    id: planId(plan, 'model', plan.clock, 90 + number),
    target: 'churn',
    number,
    kind,
    ...model,
    trainedAt: at,
    inForceFrom: at,
    retiredAt: null,
  };
}

function storedTraining(plan: TenantPlan, askedBy: string, at: Date, { rows, drift }: TrainingResult) {
  return {
    id: planId(plan, 'model', at, 99),
    target: 'churn' as const,
    askedBy,
    askedAt: at,
    stage: 'ended' as const,
    rows,
    drift,
    endedAt: new Date(at.getTime() + 6000),
  };
}

async function write(db: TenantDb, statements: Statement[]): Promise<void> {
  const written = await commit(db, statements);
  if (!written.ok) throw new Error(`Churn is there already: ${written.conflict} is taken.`);
}
