import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { BaseSection } from '#app/features/churn/base-section.tsx';
import { CohortSection } from '#app/features/churn/cohort-section.tsx';
import { ReasonSection } from '#app/features/churn/reason-section.tsx';
import { CohortChart } from './cohort-chart.tsx';
import { FactTable } from './fact-table.tsx';
import { PortalPage } from './portal-page.tsx';
import type { BaseView } from './read-base.ts';

export function BasePage({ view }: { view: BaseView }) {
  const { t } = useTranslation('report');
  const { format, carrierTitle } = useDesk();
  const { around, saves } = view;
  return (
    <PortalPage title={t('base.title')} note={t('base.note')} around={around}>
      <BaseSection months={view.months} recent={[]} />
      <FactTable
        title={t('base.saved')}
        rows={(['asked', 'stayed', 'left'] as const).map((name) => ({
          name: t(`base.${name}`),
          value: format.count(saves[name]),
        }))}
      />
      <PartTable
        title={t('base.carriers')}
        head={t('key.carrier')}
        rows={view.carriers.map((row) => ({ ...row, name: carrierTitle(row.key) }))}
      />
      <PartTable
        title={t('base.plans')}
        head={t('base.plan')}
        rows={view.plans.map((row) => ({ ...row, name: row.key || t('unknownKey') }))}
      />
      <CohortChart cohorts={view.cohorts} />
      <CohortSection cohorts={view.cohorts} />
      <ReasonSection reasons={view.reasons} kinds={view.kinds} uncounted={view.uncounted} />
    </PortalPage>
  );
}

type Part = { key: string; name: string; start: number; left: number; end: number };

function PartTable({ title, head, rows }: { title: string; head: string; rows: readonly Part[] }) {
  const { t } = useTranslation('report');
  const { format } = useDesk();
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <Wide label={title}>
        <Table maw={640} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{head}</Table.Th>
              <Table.Th ta="right">{t('base.gone')}</Table.Th>
              <Table.Th ta="right">{t('base.active')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, name, left, end }) => (
              <Table.Tr key={key}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right">{format.count(left)}</Table.Td>
                <Table.Td ta="right">{format.count(end)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
