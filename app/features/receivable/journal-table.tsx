import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { ReceivableDetail } from './read-receivable.ts';

type Item = ReceivableDetail['journal'][number];
type Props = { journal: readonly Item[]; onReverse: ((entryId: string) => void) | null };

/** The entries, newest first: when, what, how much, and who told us. */
export function JournalTable({ journal, onReverse }: Props) {
  const { t } = useTranslation('receivable');
  return (
    <Wide label={t('journal')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.on')}</Table.Th>
            <Table.Th>{t('column.what')}</Table.Th>
            <Table.Th ta="right">{t('column.sum')}</Table.Th>
            <Table.Th>{t('column.source')}</Table.Th>
            {onReverse ? <Table.Th aria-label={t('reversal.do')} /> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {journal.map((item) => (
            <JournalRow key={item.id} item={item} onReverse={onReverse} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function JournalRow({ item, onReverse }: { item: Item; onReverse: Props['onReverse'] }) {
  const { t } = useTranslation('receivable');
  const { format } = useDesk();
  const isReversible = item.kind !== 'reversal' && !item.reversedBy;
  const due = item.dueOn && t('dueOn', { on: format.day(new Date(item.dueOn)) });
  const open = item.openKopecks ? t('stillOpen', { sum: format.money(item.openKopecks) }) : null;
  const said = [due, open, item.note, item.reversedBy ? t('reversed') : null].filter(Boolean).join(' · ');
  return (
    <Table.Tr>
      <Table.Td>{format.fullDay(new Date(item.on))}</Table.Td>
      <Table.Td td={item.reversedBy ? 'line-through' : undefined}>
        {t(`kind.${item.kind}`)}
        {said ? (
          <Text size="xs" c="dimmed">
            {said}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td ta="right">
        {item.kopecks > 0 ? '+' : ''}
        {format.money(item.kopecks)}
      </Table.Td>
      <Table.Td>
        {t(`source.${item.source}`)}
        <Text size="xs" c="dimmed">
          {[item.byName, format.moment(item.bookedAt)].filter(Boolean).join(', ')}
        </Text>
      </Table.Td>
      {onReverse ? (
        <Table.Td ta="right">
          {isReversible ? (
            <Button variant="subtle" size="compact-xs" onClick={() => onReverse(item.id)}>
              {t('reversal.do')}
            </Button>
          ) : null}
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}
