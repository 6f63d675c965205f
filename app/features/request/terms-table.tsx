import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Preview } from '#carriers/port.ts';

/** The carrier's terms, and what they were a moment ago where that was something else. */
export function TermsTable({ preview, before }: { preview: Preview; before: Preview | null }) {
  const { t } = useTranslation(['request', 'desk']);
  const texts = useTermTexts();
  const now = texts(preview);
  const was = before ? texts(before) : null;
  return (
    <Table variant="vertical" withTableBorder layout="fixed">
      <Table.Tbody>
        {(['feeNow', 'feeMonth', 'effective', 'adds', 'drops'] as const).map((term) =>
          now[term] || was?.[term] ? (
            <Table.Tr key={term}>
              <Table.Th w={170}>{t(`field.${term}`)}</Table.Th>
              <Table.Td>
                {now[term] ?? '—'}
                {was && was[term] !== now[term] ? (
                  <Text span c="dimmed" ml={6} td="line-through">
                    {was[term] ?? '—'}
                  </Text>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ) : null,
        )}
      </Table.Tbody>
    </Table>
  );
}

function useTermTexts() {
  const { t } = useTranslation('request');
  const { format } = useDesk();
  const fee = (kopecks: number | null) =>
    kopecks === null ? t('field.unknownFee') : kopecks === 0 ? t('field.free') : format.money(kopecks);
  return (preview: Preview) => ({
    feeNow: fee(preview.feeNowKopecks),
    feeMonth: fee(preview.feeMonthKopecks),
    effective: preview.effectiveAt ? format.moment(new Date(preview.effectiveAt)) : t('field.atOnce'),
    adds: preview.adds.join(', ') || null,
    drops: preview.drops.join(', ') || null,
  });
}
