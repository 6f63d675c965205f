import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { TermsView } from './read-service-terms.ts';
import { TermsEditor } from './terms-editor.tsx';

/** What the contract counts, promises and pays: what holds, other terms from a month on, and what there was. */
export function TermsPage({ view }: { view: TermsView }) {
  const { t } = useTranslation('terms');
  return (
    <Page title={t('title')} note={t('note')}>
      {view.mayWrite ? <TermsEditor view={view} /> : null}
      <Section title={t('history.title')} note={t('history.note')}>
        {view.versions.length === 0 ? (
          <NothingHere text={t('history.none')} hint={t('history.noneHint')} />
        ) : (
          <History view={view} />
        )}
      </Section>
    </Page>
  );
}

function History({ view: { versions, currentId } }: { view: TermsView }) {
  const { t } = useTranslation('terms');
  const { format } = useDesk();
  return (
    <Wide label={t('history.title')}>
      <Table miw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['from', 'fee', 'promises', 'reason', 'author', 'made'] as const).map((column) => (
              <Table.Th key={column}>{t(`history.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map(({ id, effectiveFrom, terms, reason, author, createdAt, replacedAt }) => (
            <Table.Tr key={id} fw={id === currentId ? 600 : undefined}>
              <Table.Td>
                {format.period(effectiveFrom, effectiveFrom)}
                <Text span size="xs" c="dimmed" display="block">
                  {id === currentId ? t('history.inForce') : null}
                  {replacedAt ? t('history.replaced', { at: format.moment(replacedAt) }) : null}
                </Text>
              </Table.Td>
              <Table.Td>{format.money(terms.feeKopecks)}</Table.Td>
              <Table.Td>{terms.thresholds.length}</Table.Td>
              <Table.Td>{reason}</Table.Td>
              <Table.Td>{author}</Table.Td>
              <Table.Td>{format.moment(createdAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
