import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useFigures } from '#app/features/prediction/use-figures.ts';

type Cohort = { month: string; stayed: readonly number[] };
type CohortProps<C extends Cohort> = { cohorts: readonly C[]; showSize(cohort: C): ReactNode };

/** Of each month of joining, how many per cent are still there after so many months. */
export function CohortSection<C extends Cohort>({ cohorts, showSize }: CohortProps<C>) {
  const { t } = useTranslation('churn');
  const { month: nameOf } = useFigures();
  const most = Math.max(0, ...cohorts.map(({ stayed }) => stayed.length));
  const ages = Array.from({ length: most }, (_, age) => age);
  return (
    <Section title={t('cohorts.title')} note={t('cohorts.note')}>
      {cohorts.length === 0 ? (
        <NothingHere text={t('cohorts.none')} hint={t('cohorts.noneHint')} />
      ) : (
        <Wide label={t('cohorts.title')}>
          <Table miw={640} verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('month')}</Table.Th>
                <Table.Th ta="right">{t('cohorts.size')}</Table.Th>
                {ages.map((age) => (
                  <Table.Th key={age} ta="right">
                    {age}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {cohorts.map((cohort) => (
                <Table.Tr key={cohort.month}>
                  <Table.Td>{nameOf(cohort.month)}</Table.Td>
                  <Table.Td ta="right">{showSize(cohort)}</Table.Td>
                  {ages.map((age) => (
                    <Table.Td key={age} ta="right">
                      {percentOf(cohort.stayed[age])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}

function percentOf(share: number | undefined): string {
  return share === undefined ? '' : String(Math.round(100 * share));
}
