import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { readErasures } from './read-erasure.ts';

/** Whose data were destroyed, on what ground, when and by whom. */
export function ErasureListPage({ acts }: Awaited<ReturnType<typeof readErasures>>) {
  const { t } = useTranslation('erasure');
  const { format } = useDesk();
  return (
    <Page title={t('title')} note={t('note')}>
      {acts.length === 0 ? <NothingHere text={t('none')} hint={t('noneHint')} /> : null}
      {acts.length > 0 ? (
        <Wide label={t('title')}>
          <Table miw={560} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                {(['act', 'ground', 'paper', 'askedOn', 'by'] as const).map((column) => (
                  <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {acts.map(({ id, subscriberId, ground, paper, askedOn, at, by }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor component={Link} to={subscriberId}>
                      {format.moment(at)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{t(`ground.${ground}`)}</Table.Td>
                  <Table.Td>{paper}</Table.Td>
                  <Table.Td>{format.fullDay(new Date(askedOn))}</Table.Td>
                  <Table.Td>{by}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      ) : null}
    </Page>
  );
}
