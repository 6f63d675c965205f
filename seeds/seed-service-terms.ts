import { v7 as uuid } from 'uuid';
import type { AnnotationKind } from '#app/features/annotation/annotation.ts';
import { monthsBefore } from '#app/features/report/period.ts';
import { firstParameters, type ServiceTerms } from '#app/features/service-terms/service-terms.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { annotations } from '#db/tenant/schema/report-talk.ts';
import { serviceTermVersions } from '#db/tenant/schema/service-terms.ts';
import type { TenantPlan } from './plan.ts';

const first: ServiceTerms = {
  parameters: firstParameters,
  feeKopecks: 1_450_000_00,
  mostPenaltyPerMille: 100,
  mostBonusPerMille: 50,
  thresholds: [
    {
      metric: 'serviceLevel',
      bound: 'at-least',
      value: 800,
      penaltyKopecks: 12_000_00,
      bonusKopecks: 4_000_00,
    },
    { metric: 'firstResponse', bound: 'at-least', value: 900, penaltyKopecks: 10_000_00, bonusKopecks: 0 },
    {
      metric: 'resolution',
      bound: 'at-least',
      value: 850,
      penaltyKopecks: 10_000_00,
      bonusKopecks: 3_000_00,
    },
    { metric: 'missedChats', bound: 'at-most', value: 30, penaltyKopecks: 5_000_00, bonusKopecks: 0 },
    { metric: 'satisfaction', bound: 'target', value: 800, penaltyKopecks: 0, bonusKopecks: 0 },
  ],
};
const second: ServiceTerms = {
  ...first,
  feeKopecks: 1_560_000_00,
  parameters: { ...firstParameters, answeredWithinS: 25 },
  thresholds: [
    ...first.thresholds.filter(({ metric }) => metric !== 'satisfaction'),
    {
      metric: 'satisfaction',
      bound: 'at-least',
      value: 820,
      penaltyKopecks: 6_000_00,
      bonusKopecks: 6_000_00,
    },
    { metric: 'speedOfAnswer', bound: 'at-most', value: 25_000, penaltyKopecks: 2_000_00, bonusKopecks: 0 },
  ],
};

/** Months before the demo's own, the day, the last day, what it was. */
const happened: [number, string, string | null, AnnotationKind, string][] = [
  [11, '14', '15', 'outage', 'МТС: нет регистрации в сети, Подмосковье'],
  [8, '01', null, 'tariff', 'Новая линейка тарифов, перевод с архивных'],
  [4, '19', null, 'outage', 'Билайн: не проходят звонки на городские номера'],
  [1, '06', '08', 'outage', 'МегаФон: задержки мобильного интернета'],
  [1, '20', null, 'tariff', 'Подорожание пакета «Безлимит» на 50 ₽'],
  [0, '03', null, 'other', 'Письмо абонентам о переходе на зимний график доставки SIM'],
];

/** What the client company's contract promised over the demo's months, once changed, and what happened in them. */
export async function seedServiceTerms(
  db: TenantDb,
  { timeZone }: TenantPlan,
  managerId: string,
  now: Date,
): Promise<void> {
  const month = dateAt(now.getTime(), timeZone).slice(0, 7);
  const versions = [
    { terms: first, effectiveFrom: `${monthsBefore(month, 18)}-01`, reason: 'Договор на обслуживание' },
    {
      terms: second,
      effectiveFrom: `${monthsBefore(month, 6)}-01`,
      reason: 'Дополнительное соглашение № 3: оценки абонентов вошли в оплату',
    },
  ];
  await commit(db, [
    ...versions.map((version) =>
      db.insert(serviceTermVersions).values({
        id: uuid(),
        ...version,
        createdBy: managerId,
        createdAt: new Date(Date.parse(version.effectiveFrom) - 10 * 86_400_000),
      }),
    ),
    ...happened.map(([ago, day, last, kind, text]) => {
      const own = monthsBefore(month, ago);
      const until = last === null ? null : `${own}-${last}`;
      return db.insert(annotations).values({
        id: uuid(),
        on: `${own}-${day}`,
        until,
        kind,
        text,
        by: managerId,
        at: now,
      });
    }),
  ]);
}
