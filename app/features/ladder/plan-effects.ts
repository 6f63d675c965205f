import { callForAll } from '#db/outbox.ts';
import { type DebtRow, listOpenCharges } from '#db/tenant/queries/debt-pages.ts';
import type { LadderDesk } from './plan-moves.ts';
import { type Speaker, stepMessage, sumToPay } from './step-message.ts';
import { type KeptWalk, storeProposals, storeTasks } from './write-walks.ts';

/** `sendAt`: when contacts are to be sent; the gate decides each of them still. */
export type NightDesk = LadderDesk & { speaker: Speaker; sendAt: Date };

/** What the taken steps of some debts bring about: contacts in the outbox, tasks, lines proposed to be suspended. */
export async function planEffects(desk: NightDesk, kept: readonly KeptWalk[]) {
  const { db, now, sendAt } = desk;
  const taken = await readTaken(desk, kept);
  const contacts = taken.flatMap((one) => contactOf(desk, one));
  const isProposed = ({ type, debt }: Taken) => type === 'proposal' && debt.lineId !== null;
  // Which of an account's lines is to be suspended only a person can tell: one line's debt is not another's.
  const tasks = taken
    .filter((one) => one.type !== 'contact' && !isProposed(one))
    .map(({ debt, moveId }) => ({ receivableId: debt.id, moveId }));
  const proposals = taken.filter(isProposed).map(({ debt, sumKopecks }) => ({
    receivableId: debt.id,
    lineId: debt.lineId ?? '',
    debtKopecks: sumKopecks,
  }));
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
