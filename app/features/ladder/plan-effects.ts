import { callForAll } from '#db/outbox.ts';
import { type DebtRow, listOpenCharges } from '#db/tenant/queries/debt-pages.ts';
import { listLinesToStop } from '#db/tenant/queries/suspensions.ts';
import type { LadderDesk } from './plan-moves.ts';
import { type Speaker, stepMessage, sumToPay } from './step-message.ts';
import { type KeptWalk, type Proposal, storeProposals, storeTasks } from './write-walks.ts';

/** `sendAt`: when contacts are to be sent; the gate decides each of them still. */
export type NightDesk = LadderDesk & { speaker: Speaker; sendAt: Date };

/** What the taken steps of some debts bring about: contacts in the outbox, calls, and what is proposed for lines. */
export async function planEffects(desk: NightDesk, kept: readonly KeptWalk[]) {
  const { db, now, sendAt } = desk;
  const taken = await readTaken(desk, kept);
  const contacts = taken.flatMap((one) => contactOf(desk, one));
  const linesOf = await readLines(desk, taken);
  const proposals = taken.flatMap((one) => proposalsOf(one, linesOf(one.debt)));
  const tasks = taken
    .filter(({ type, debt }) => type === 'task' || (type === 'proposal' && linesOf(debt).length === 0))
    .map(({ debt, moveId }) => ({ receivableId: debt.id, moveId }));
  const work = { queue: 'outreach-send', gate: 'outreach-send', lane: 'bulk' as const, dueAt: sendAt };
  return {
    statements: [
      ...storeTasks(db, tasks, desk),
      ...storeProposals(db, proposals, desk),
      ...callForAll(db, work, contacts, now),
    ],
    counts: { contacts: contacts.length, tasks: tasks.length, proposals: proposals.length },
  };
}

type Taken = KeptWalk['effects'][number] & { debt: DebtRow; sumKopecks: number };

async function readTaken({ db, on }: LadderDesk, kept: readonly KeptWalk[]): Promise<Taken[]> {
  const done = kept.filter(({ effects }) => effects.length > 0);
  if (done.length === 0) return [];
  const charges = await listOpenCharges(
    db,
    done.map(({ debt }) => debt.id),
  );
  const open = Map.groupBy(charges, ({ receivableId }) => receivableId);
  return done.flatMap(({ debt, effects }) => {
    const sumKopecks = sumToPay(debt, open.get(debt.id) ?? [], on);
    return effects.map((effect) => ({ ...effect, debt, sumKopecks }));
  });
}

type AccountLine = { lineId: string; isWorking: boolean };

/** The line that owes; where the account owes, all that its subscriber has: of an account without any a person is told. */
async function readLines({ db }: LadderDesk, taken: readonly Taken[]) {
  const proposing = taken.filter(({ type }) => type === 'proposal').map(({ debt }) => debt.id);
  const rows = proposing.length > 0 ? await listLinesToStop(db, proposing) : [];
  const byDebt = Map.groupBy(rows, ({ receivableId }) => receivableId);
  return (debt: DebtRow): AccountLine[] => byDebt.get(debt.id) ?? [];
}

/** A line that does not work already is neither restricted nor suspended once more; its contract may still end. */
function proposalsOf(taken: Taken, lines: readonly AccountLine[]): Proposal[] {
  if (taken.type !== 'proposal') return [];
  const { debt, measure, sumKopecks } = taken;
  return lines
    .filter(({ isWorking }) => isWorking || measure === 'ending')
    .map(({ lineId }) => ({ receivableId: debt.id, lineId, measure, debtKopecks: sumKopecks }));
}

/** The subscriber reads them; he is written to in Russian. */
const subjects = { service: 'Напоминание об оплате', collection: 'Задолженность за услуги связи' };

/** What the queue `outreach-send` is asked to send. Its key is the move's: a step is sent once. */
function contactOf({ speaker, on }: NightDesk, taken: Taken) {
  if (taken.type !== 'contact') return [];
  const { debt, moveId, purpose, channel, step, sumKopecks } = taken;
  const hasSubject = channel === 'email' || channel === 'cabinet';
  return [
    {
      sendKey: `step-${moveId}`,
      subscriberId: debt.subscriberId,
      receivableId: debt.id,
      moveId,
      purpose,
      channel,
      subject: hasSubject ? subjects[purpose] : null,
      text: stepMessage(step, { debt, sumKopecks, speaker, on }),
    },
  ];
}
