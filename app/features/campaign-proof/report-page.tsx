import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { measureOf } from './campaign-proof.ts';
import type { Tried } from './read-learned.ts';
import { SharePicture } from './share-picture.tsx';
import { TriedCells, TriedHead } from './tried-cells.tsx';
import { useProofWords } from './use-proof-words.ts';
import { VerdictLine } from './verdict-line.tsx';

/** What the client company is told of its campaigns: sums, and no person. */
export function ReportPage({ campaigns }: { campaigns: readonly Tried[] }) {
  const { t } = useTranslation('proof');
  const measured = campaigns.filter(({ proof }) => proof !== null);
  return (
    <Page title={t('report.title')} note={t('report.note')}>
      {campaigns.length === 0 ? (
        <NothingHere text={t('report.none')} hint={t('report.noneHint')} />
      ) : (
        <>
          <Section title={t('report.pair')}>
            <Text maw={760}>{t('report.explained')}</Text>
            <ReportTable campaigns={campaigns} />
          </Section>
          {measured.map((one) => (
            <ReportedCampaign key={one.id} one={one} />
          ))}
        </>
      )}
    </Page>
  );
}

function ReportTable({ campaigns }: { campaigns: readonly Tried[] }) {
  const { t } = useTranslation('proof');
  return (
    <Wide label={t('report.title')}>
      <Table verticalSpacing={6} miw={680} maw={960}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('learned.campaign')}</Table.Th>
            <TriedHead />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {campaigns.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{one.name}</Table.Td>
              <TriedCells one={one} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function ReportedCampaign({ one: { name, kind, from, until, windowDays, proof } }: { one: Tried }) {
  const { t } = useTranslation('proof');
  const { day } = useProofWords();
  if (!proof) return null;
  return (
    <Section title={name} note={t('window', { from: day(from), until: day(until), days: windowDays })}>
      <VerdictLine proof={proof} measure={measureOf(kind)} />
      <SharePicture proof={proof} measure={measureOf(kind)} />
    </Section>
  );
}
