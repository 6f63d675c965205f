import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AgreementTable } from './agreement-table.tsx';
import type { ReviewersView } from './read-reviewers.ts';
import { SeverityBar } from './severity-bar.tsx';

/** Who reviews more strictly than the others, and on what reviewers differ. */
export function ReviewersPage({ view: { days, reviewers, cards } }: { view: ReviewersView }) {
  const { t } = useTranslation('calibration');
  return (
    <Page title={t('reviewers.title')} note={t('reviewers.note', { count: days })}>
      <Section title={t('reviewers.severity')} note={t('reviewers.severityNote')}>
        {reviewers.length === 0 ? <Text>{t('reviewers.none')}</Text> : <Reviewers reviewers={reviewers} />}
      </Section>
      <Section title={t('agreement')} note={t('agreementNote')}>
        {cards.length === 0 ? <Text>{t('reviewers.noneTogether')}</Text> : null}
        {cards.map(({ id, title, agreement }) => (
          <div key={id}>
            {cards.length > 1 ? <h3>{title}</h3> : null}
            <AgreementTable agreement={agreement} />
          </div>
        ))}
      </Section>
    </Page>
  );
}

function Reviewers({ reviewers }: Pick<ReviewersView, 'reviewers'>) {
  const { t } = useTranslation('calibration');
  const { format } = useDesk();
  const tenth = (value: number) => format.count(Math.round(value * 10) / 10);
  return (
    <Wide label={t('reviewers.severity')}>
      <Table maw={860} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('reviewer')}</Table.Th>
            <Table.Th miw={260}>{t('reviewers.difference')}</Table.Th>
            <Table.Th ta="right">{t('works')}</Table.Th>
            <Table.Th ta="right">{t('reviewers.drawn')}</Table.Th>
            <Table.Th ta="right">{t('reviewers.reviews')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reviewers.map(({ id, name, severity, drawn }) => (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>
                {severity ? (
                  <SeverityBar severity={severity} />
                ) : (
                  <Text c="dimmed">{t('reviewers.alone')}</Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{severity?.n ?? 0}</Table.Td>
              <Table.Td ta="right">{drawn ? tenth(drawn.mean) : '—'}</Table.Td>
              <Table.Td ta="right">{drawn?.n ?? 0}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
