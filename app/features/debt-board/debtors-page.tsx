import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { DebtorFilters } from './debtor-filters.tsx';
import type { DebtorsView } from './read-debtors.ts';
import { useDebtorWords } from './use-debtor-words.ts';

/** Who is behind a figure of the board. */
export function DebtorsPage({ view }: { view: DebtorsView }) {
  const { t } = useTranslation('debtBoard');
  const { format, workplace } = useDesk();
  const [query] = useSearchParams();
  const place = `/t/${workplace.slug}/plan/debt`;
  const { debtors, total, next, isFirst } = view;
  const withPlace = (after: string | null) => {
    const asked = new URLSearchParams(query);
    asked.delete('after');
    if (after) asked.set('after', after);
    return `?${asked}`;
  };
  const found = { count: total.debts, n: format.count(total.debts), sum: format.money(total.kopecks) };
  return (
    <Page
      title={t('debtors.title')}
      note={t('debtors.found', found)}
      back={{ to: place, label: t('debtors.back') }}
      actions={
        <Button variant="default" component="a" href={`${place}/debtors/file${withPlace(null)}`} download>
          {t('debtors.export')}
        </Button>
      }
    >
      <DebtorFilters filter={view.filter} />
      {debtors.length === 0 ? (
        <NothingHere text={t('debtors.none')} hint={t('debtors.noneHint')} />
      ) : (
        <DebtorTable debtors={debtors} />
      )}
      <Group>
        {isFirst ? null : (
          <Anchor component={Link} to={withPlace(null)}>
            {t('debtors.first')}
          </Anchor>
        )}
        {next ? (
          <Anchor component={Link} to={withPlace(next)}>
            {t('debtors.next')}
          </Anchor>
        ) : null}
      </Group>
    </Page>
  );
}

const columns = ['name', 'kopecks', 'days', 'carrier', 'strategy', 'arm', 'next', 'hold'] as const;
const figures: readonly string[] = ['kopecks', 'days'];

function DebtorTable({ debtors }: Pick<DebtorsView, 'debtors'>) {
  const { t } = useTranslation('debtBoard');
  const { format, home } = useDesk();
  const wordsOf = useDebtorWords();
  const rows = useListKeys();
  return (
    <Wide label={t('debtors.title')} rows={rows.ref}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} ta={figures.includes(column) ? 'right' : 'left'}>
                {t(`debtors.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {debtors.map((debtor) => {
            const { carrier, arm, hold, nextOn } = wordsOf(debtor);
            return (
              <Table.Tr key={debtor.id}>
                <Table.Td>
                  <Anchor component={Link} to={`${home}/debts/${debtor.id}`} data-row={debtor.id}>
                    {debtor.name}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">{format.money(debtor.kopecks)}</Table.Td>
                <Table.Td ta="right">{debtor.days}</Table.Td>
                <Table.Td>{carrier}</Table.Td>
                <Table.Td>{debtor.strategy ?? <Text c="dimmed">—</Text>}</Table.Td>
                <Table.Td>{arm}</Table.Td>
                <Table.Td>{nextOn}</Table.Td>
                <Table.Td>{hold}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
