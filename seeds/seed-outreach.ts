import { asc, eq, isNotNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import type { BarKind } from '#app/features/outreach/outreach.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { consents, consentTexts, contactBars, contactRules } from '#db/tenant/schema/outreach.ts';
import { billingAccounts, receivables } from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { createDraws, type Draws } from './draws.ts';
import type { TenantPlan } from './plan.ts';

const dayMs = 86_400_000;
const zones = { 'Europe/Moscow': 12, 'Asia/Yekaterinburg': 3, 'Asia/Novosibirsk': 2, 'Asia/Vladivostok': 1 };
const papers: Record<BarKind, string> = {
  bankrupt: 'Определение суда о введении реструктуризации долгов',
  incapable: 'Решение суда о признании недееспособным',
  'in-hospital': 'Справка из стационара',
  'disabled-first-group': 'Справка об инвалидности I группы',
  minor: 'Копия свидетельства о рождении',
  refusal: 'Заявление об отказе от взаимодействия, заказное письмо',
  representative: 'Заявление о представителе: адвокат, удостоверение в деле',
};
const kinds = Object.keys(papers) as BarKind[];
const advertising =
  'Согласен получать сообщения о тарифах и акциях по телефону и электронной почте. Отозвать согласие можно в любой день.';

/** Under which rules the client speaks of debts, and who of the debtors may not be spoken to. After the books. */
export async function seedOutreach(
  db: TenantDb,
  { seed, name }: TenantPlan,
  managerId: string,
  now: Date,
): Promise<void> {
  const draws = createDraws(seed + 51);
  const setAt = new Date(now.getTime() - 300 * dayMs);
  const own = { mode: 'creditor' as const, creditorName: name, creditorPhone: '+74951234567' };
  const rules = { id: uuid(), from: setAt, ...own, callLabel: `${name}: оплата связи`, limits: lawfulLimits };
  const text = { purpose: 'advertising' as const, version: 1, text: advertising };
  const people = await db
    .selectDistinct({ id: billingAccounts.subscriberId })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .where(isNotNull(receivables.oldestDueOn))
    .orderBy(asc(billingAccounts.subscriberId));
  const facts = people.flatMap(({ id }, index) => factsOf(db, draws, { id, index, managerId, now }));
  const written = await commit(db, [
    db.insert(contactRules).values({ ...rules, setBy: managerId, setAt }),
    db.insert(consentTexts).values({ ...text, savedBy: managerId, savedAt: setAt }),
    ...facts,
  ]);
  if (!written.ok) throw new Error(`The rules of contacts cannot be kept: ${written.conflict} is taken.`);
}

type Person = { id: string; index: number; managerId: string; now: Date };

/** Most are known by their zone; every twelfth has a paper, every third agreed to advertising. */
function factsOf(db: TenantDb, draws: Draws, { id, index, managerId, now }: Person): Statement[] {
  const at = new Date(now.getTime() - draws.int(5, 200) * dayMs);
  const kind = kinds[(index / 12) % kinds.length];
  const bar = kind && { id: uuid(), subscriberId: id, kind, proof: papers[kind], from: at };
  const until = kind === 'in-hospital' ? new Date(now.getTime() + 20 * dayMs) : null;
  const representative = kind === 'representative' ? 'Адвокат Н. П. Орлова, +79031112233' : null;
  const timeZone = draws.chance(0.8) ? draws.weigh(zones) : null;
  const agreed = {
    id: uuid(),
    subscriberId: id,
    purpose: 'advertising' as const,
    textVersion: 1,
    givenAt: at,
  };
  return [
    db.update(subscribers).set({ timeZone }).where(eq(subscribers.id, id)),
    ...(bar
      ? [db.insert(contactBars).values({ ...bar, until, representative, setBy: managerId, setAt: at })]
      : []),
    ...(draws.chance(0.35)
      ? [db.insert(consents).values({ ...agreed, proof: 'Отметка в личном кабинете', recordedBy: managerId })]
      : []),
  ];
}
