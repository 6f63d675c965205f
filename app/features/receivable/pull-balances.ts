import { and, eq, sql } from 'drizzle-orm';
import type { Carrier, FailureClass, Msisdn } from '#carriers/port.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { hasInteractiveWork, listLinesToAsk, type PullRow } from '#db/tenant/queries/balances.ts';
import { balancePulls } from '#db/tenant/schema/receivable.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { storeReading } from './store-reading.ts';

type Asking = { db: TenantDb; now(): Date; carrier: Pick<Carrier, 'getBalance'>; pull: PullRow };
/** `asked`: how many questions went out. `gave-way`: somebody's own work came first. */
export type Pulled = { type: 'more' | 'gave-way' | 'ended' | 'in-trouble'; asked: number };

/** Written together, and asked anew when the process dies before. */
const linesAtOnce = 20;
/** These concern one number, not the carrier or our account. */
const ofOneLine: readonly FailureClass[] = [
  'not_found',
  'forbidden_subscriber',
  'invalid',
  'not_in_package',
  'blocked_by_operator',
  'needs_human',
];

type Reading = { lineId: string; kopecks: number; at: Date };
type Asked = Pulled & { read: Reading[]; cursor: string; failure: FailureClass | null };

/**
 * Asks a carrier for the balances of the next lines, one after the other, and keeps what it said together with how
 * far it came. It stops at once when a colleague's own work waits for this carrier, and where the carrier itself does
 * not answer; a line at which that happened twice is passed over.
 */
export async function pullBalances(asking: Asking): Promise<Pulled> {
  const { db, now, pull } = asking;
  const { type, asked, read, cursor, failure } = await askLines(asking);
  const at = now();
  const counts = { asked: pull.asked + asked, answered: pull.answered + read.length };
  const ended = type === 'ended' ? { endedAt: at } : {};
  const { accountId, on } = pull;
  const isOurs = and(isPull({ accountId, on }), eq(balancePulls.cursor, pull.cursor));
  await commit(db, [
    ...read.flatMap((one) => storeBalance(db, one)),
    db
      .update(balancePulls)
      .set({ ...counts, ...ended, cursor, failure, changedAt: at })
      .where(isOurs),
  ]);
  return { type, asked };
}

async function askLines({ db, now, carrier, pull }: Asking): Promise<Asked> {
  const found = await listLinesToAsk(db, pull.accountId, pull.cursor, linesAtOnce);
  const read: Reading[] = [];
  let cursor = pull.cursor;
  for (const [asked, { id: lineId, msisdn }] of found.entries()) {
    if (await hasInteractiveWork(db, pull.accountId, now()))
      return { type: 'gave-way', asked, read, cursor, failure: null };
    const answer = await carrier.getBalance(msisdn as Msisdn);
    if (!answer.ok && !ofOneLine.includes(answer.failure.class)) {
      const isAgain = pull.failure !== null && cursor === pull.cursor;
      const failure = answer.failure.class;
      return { type: 'in-trouble', asked: asked + 1, read, cursor: isAgain ? lineId : cursor, failure };
    }
    if (answer.ok && answer.value !== null) read.push({ lineId, kopecks: answer.value, at: now() });
    cursor = lineId;
  }
  const type = found.length < linesAtOnce ? 'ended' : 'more';
  return { type, asked: found.length, read, cursor, failure: null };
}

const isPull = ({ accountId, on }: Pick<PullRow, 'accountId' | 'on'>) =>
  and(eq(balancePulls.accountId, accountId), eq(balancePulls.on, on));

function storeBalance(db: TenantDb, { lineId, kopecks, at }: Reading): Statement[] {
  const isOther = sql`${lines.balanceKopecks} is not ${kopecks}`;
  return [
    storeReading(db, { lineId, kopecks, source: 'carrier', at }),
    db
      .update(lines)
      .set({ balanceKopecks: kopecks })
      .where(and(eq(lines.id, lineId), isOther)),
  ];
}

/** Ends a night that is not wanted any more. */
export async function stopPull(db: TenantDb, pull: PullRow, now: Date): Promise<void> {
  await commit(db, [
    db.update(balancePulls).set({ endedAt: now, changedAt: now, failure: 'off' }).where(isPull(pull)),
  ]);
}
