import type { Actor } from '#app/features/access/can.ts';
import { OwnReportInput, saveOwnReport } from '#app/features/own-report/save-own-report.ts';
import type { TenantDb } from '#db/open.ts';

/** What a manager of a contact centre looks at that no ready page shows. */
const reports = [
  {
    name: 'Звонки и дозвон по неделям',
    sharing: 'client',
    definition: {
      metrics: ['offered', 'serviceLevel'],
      by: null,
      where: null,
      period: { kind: 'last', count: 12, unit: 'week' },
      step: 'week',
    },
  },
  {
    name: 'Кто сколько решает и как оценён',
    sharing: 'staff',
    definition: {
      metrics: ['solved', 'satisfaction', 'repeatContacts'],
      by: 'agent',
      where: null,
      period: { kind: 'last', count: 1, unit: 'month' },
      step: null,
    },
  },
  {
    name: 'Обращения МТС по каналам',
    sharing: 'staff',
    definition: {
      metrics: ['opened', 'resolution'],
      by: 'channel',
      where: { dimension: 'carrier', key: 'mts' },
      period: { kind: 'last', count: 3, unit: 'month' },
      step: 'month',
    },
  },
];

export async function seedOwnReports(
  db: TenantDb,
  manager: { id: string; name: string },
  now: Date,
): Promise<void> {
  const actor: Actor = { userId: manager.id, name: manager.name, roles: ['manager'] };
  for (const report of reports) {
    const saved = await saveOwnReport({ db, actor, now }, OwnReportInput.parse(report));
    if (!saved.ok) throw new Error(`The report ${report.name} was not saved: ${saved.error.code}.`);
  }
}
