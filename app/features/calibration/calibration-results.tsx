import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { type CardContent, itemsOf } from '#app/features/scorecard/scorecard.ts';
import { AgreementTable, percentOf } from './agreement-table.tsx';
import type { CalibrationView } from './read-calibration.ts';

type Props = { results: NonNullable<CalibrationView['results']>; card: CardContent };

/** Where reviewers agree with each other, and how near each is to the reference. */
export function CalibrationResults({ results: { agreement, alignment }, card }: Props) {
  const { t } = useTranslation('calibration');
  return (
    <>
      <Section title={t('agreement')} note={t('agreementNote')}>
        <AgreementTable agreement={agreement} />
      </Section>
      <Section title={t('alignment')} note={t('alignmentNote')}>
        <Wide label={t('alignment')}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('reviewer')}</Table.Th>
                <Table.Th ta="right">{t('all')}</Table.Th>
                {itemsOf(card).map(({ id, title }) => (
                  <Table.Th key={id} ta="right">
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {alignment.map(({ reviewer, isClient, alignment: all, items }) => (
                <Table.Tr key={reviewer}>
                  <Table.Td>
                    {reviewer}
                    {isClient ? <Text c="dimmed">{t('client.mark')}</Text> : null}
                  </Table.Td>
                  <Table.Td ta="right" fw={600}>
                    {percentOf(all)}
                  </Table.Td>
                  {items.map(({ itemId, alignment: own }) => (
                    <Table.Td key={itemId} ta="right">
                      {percentOf(own)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      </Section>
    </>
  );
}
