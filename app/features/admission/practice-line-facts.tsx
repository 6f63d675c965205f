import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Exercise } from './read-exercise.ts';

/** The line as the carrier's simulator shows it. */
export function PracticeLineFacts({ carrier, line }: Pick<Exercise, 'carrier' | 'line'>) {
  const { t } = useTranslation('admission');
  const { carrierTitle, format } = useDesk();
  if (!line) return null;
  const { tariff, options, blocked, balanceKopecks } = line;
  const facts = {
    carrier: carrierTitle(carrier),
    tariff: tariff?.name ?? '—',
    options: options.map(({ name }) => name).join(', ') || t('practice.noOptions'),
    state: blocked ? t(`practice.blocked.${blocked.by}`) : t('practice.works'),
    ...(balanceKopecks === null ? {} : { balance: format.money(balanceKopecks) }),
  };
  return (
    <Table variant="vertical" withTableBorder maw={560}>
      <Table.Tbody>
        {Object.entries(facts).map(([fact, text]) => (
          <Table.Tr key={fact}>
            <Table.Th w={130}>{t(`practice.fact.${fact as keyof typeof facts}`)}</Table.Th>
            <Table.Td>{text}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
