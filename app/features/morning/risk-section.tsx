import { Anchor, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useChurnReasonWords } from '#app/features/churn/use-churn-reason-words.ts';
import { usePercent } from '#app/features/churn/use-percent.ts';
import { Deed } from './deed.tsx';
import type { DueView } from './read-due.ts';

/** Who is most likely to leave, and what can be begun about it. */
export function RiskSection({ risk }: Pick<DueView, 'risk'>) {
  const { t } = useTranslation('morning');
  if (risk.scored === 0)
    return (
      <Section title={t('risk.title')} id="risk">
        <NothingHere text={t('risk.none')} hint={t('risk.noneHint')} />
      </Section>
    );
  return (
    <Section title={t('risk.title')} id="risk">
      {risk.lines.length === 0 ? <Text>{t('risk.few')}</Text> : <RiskTable lines={risk.lines} />}
      <Group gap="md">
        <Deed to="plan/churn/risk?band=high">{t('risk.all', { count: risk.high })}</Deed>
        <Deed to="plan/campaigns">{t('risk.campaign')}</Deed>
      </Group>
    </Section>
  );
}

function RiskTable({ lines }: Pick<DueView['risk'], 'lines'>) {
  const { t } = useTranslation('morning');
  const { home, carrierTitle } = useDesk();
  const percent = usePercent();
  const wordsOf = useChurnReasonWords();
  return (
    <Wide label={t('risk.title')}>
      <Table miw={640} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            {(['name', 'chance', 'why', 'number', 'carrier'] as const).map((column) => (
              <Table.Th key={column}>{t(`risk.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ lineId, name, probability, reasons, maskedNumber, carrier }) => (
            <Table.Tr key={lineId}>
              <Table.Td>
                <Anchor component={Link} size="sm" to={`${home}/lines/${lineId}`}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{percent(probability)}</Table.Td>
              <Table.Td>{reasons.map(wordsOf).join('; ')}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{maskedNumber}</Table.Td>
              <Table.Td>{carrierTitle(carrier)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
