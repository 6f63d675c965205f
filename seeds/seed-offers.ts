import type { OfferKind } from '#app/features/offer/offer.ts';
import type { OfferRules } from '#app/features/offer/offer-rules.ts';
import type { Payload } from '#app/features/request/request.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { offers } from '#db/tenant/schema/offer.ts';
import { type Catalogues, loadCatalogues, planId, type TenantPlan } from './plan.ts';

export type SeededOffer = { id: string; costKopecks: number; carriers: string[]; isKnown: boolean };
type Told = {
  kind: OfferKind;
  name: string;
  words: string;
  payload: Payload | null;
  creditKopecks: number;
  costKopecks: number;
  rules: Partial<OfferRules>;
  /** People have been proposed it for long. */
  isKnown: boolean;
};

const dayMs = 86_400_000;

/** What may be proposed at the desk: two that work, one that does not, one that nobody has tried, one to come back by. */
export async function seedOffers(
  db: TenantDb,
  plan: TenantPlan,
  managerId: string,
  now: Date,
): Promise<SeededOffer[]> {
  const catalogues = await loadCatalogues();
  const rows = toldOffers(catalogues).map(({ isKnown, rules, ...offer }, index) => {
    const createdAt = new Date(now.getTime() - (isKnown ? 500 : 12) * dayMs);
    const id = planId(plan, 'offer', createdAt, index);
    const whole = { ...anybody, ...rules };
    return { ...offer, id, series: id, rules: whole, createdBy: managerId, createdAt, isKnown };
  });
  await commit(db, [db.insert(offers).values(rows.map(({ isKnown: _, ...row }) => row))]);
  return rows
    .filter(({ kind }) => kind === 'save')
    .map(({ id, costKopecks, rules, isKnown }) => ({ id, costKopecks, carriers: rules.carriers, isKnown }));
}

const anybody: OfferRules = {
  carriers: [],
  tariffs: [],
  tenureAtLeast: 3,
  budgetKopecks: 15_000_000,
  timesALine: 1,
  everyDays: 365,
};

function toldOffers(catalogues: Catalogues): Told[] {
  const option = catalogues.mts.options[0]?.code ?? 'GB5';
  const save = { kind: 'save' as const, creditKopecks: 0, isKnown: true };
  return [
    {
      ...save,
      name: 'Три месяца за полцены',
      payload: null,
      creditKopecks: 60_000,
      words:
        'Мы вернём вам половину платы за три месяца: 600 ₽ придут на счёт сегодня. Тариф останется прежним.',
      costKopecks: 60_000,
      rules: {},
    },
    {
      ...save,
      name: 'Пакет интернета на год',
      payload: { kind: 'option.connect', optionCode: option },
      words: 'Подключим пакет интернета, год он для вас бесплатный. Отключить можно в любой день.',
      costKopecks: 24_000,
      rules: { carriers: ['mts'] },
    },
    {
      ...save,
      name: 'Чехол или наушники',
      payload: { kind: 'other', task: 'Вручить подарок: чехол или наушники на выбор' },
      words: 'Подарим чехол или наушники на выбор: заберёте в салоне или пришлём.',
      costKopecks: 35_000,
      rules: {},
    },
    {
      ...save,
      name: 'Месяц в подарок',
      payload: null,
      creditKopecks: 45_000,
      isKnown: false,
      words: 'Следующий месяц для вас бесплатный: 450 ₽ придут на счёт до конца дня.',
      costKopecks: 45_000,
      rules: { tenureAtLeast: 12, budgetKopecks: 4_500_000 },
    },
    {
      kind: 'win-back',
      name: 'Возвращение: 500 ₽ на счёт',
      payload: null,
      creditKopecks: 50_000,
      words: 'Вернитесь со своим номером: 500 ₽ ждут на счёте, тариф подберём заново.',
      costKopecks: 50_000,
      isKnown: true,
      rules: { tenureAtLeast: 0 },
    },
  ];
}
