import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { ModelView } from './read-model-page.ts';
import { useFigures } from './use-figures.ts';

/** How many were to be late by forecast, and how many were, month by month. */
export function CourseSection({ months, ahead }: Pick<ModelView, 'months' | 'ahead'>) {
  const { t } = useTranslation('prediction');
  const { whole } = useFigures();
  return (
    <Section title={t('course.title')}>
      {ahead.charges > 0 ? (
        <Text>{t('course.ahead', { count: ahead.charges, foretold: whole(ahead.foretold) })}</Text>
      ) : null}
      {months.length === 0 ? <Text c="dimmed">{t('course.none')}</Text> : <Months months={months} />}
    </Section>
  );
}

function Months({ months }: Pick<ModelView, 'months'>) {
  const { t } = useTranslation('prediction');
  const { format } = useDesk();
  const { whole, month: monthOf } = useFigures();
  return (
    <Wide label={t('course.title')}>
      <Table maw={640} miw={420} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('course.month')}</Table.Th>
            <Table.Th ta="right">{t('course.charges')}</Table.Th>
            <Table.Th ta="right">{t('course.foretold')}</Table.Th>
            <Table.Th ta="right">{t('course.late')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map(({ month, charges, foretold, late }) => (
            <Table.Tr key={month}>
              <Table.Td>{monthOf(month)}</Table.Td>
              <Table.Td ta="right">{format.count(charges)}</Table.Td>
              <Table.Td ta="right">{whole(foretold)}</Table.Td>
              <Table.Td ta="right">{format.count(late)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
