import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { measureOf } from './campaign-proof.ts';
import type { Learned } from './read-learned.ts';
import styles from './share-picture.module.css';
import { TriedCells, TriedHead } from './tried-cells.tsx';
import { useProofWords } from './use-proof-words.ts';

/** What was tried, what it caused, and what is remembered of it. */
export function LearnedPage({ learned }: { learned: Learned }) {
  const { t } = useTranslation('proof');
  const place = `/t/${useDesk().workplace.slug}/plan/campaigns`;
  const rows = useListKeys();
  return (
    <Page title={t('learned.title')} note={t('learned.note')} back={{ to: place, label: t('toCampaigns') }}>
      {learned.length === 0 ? (
        <NothingHere text={t('learned.none')} hint={t('learned.noneHint')} />
      ) : (
        <Wide label={t('learned.title')} rows={rows.ref}>
          <Table verticalSpacing={6} miw={860}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('learned.campaign')}</Table.Th>
                <TriedHead />
                <Table.Th>{t('learned.remembered')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {learned.map((one) => (
                <LearnedRow key={one.id} one={one} place={place} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Page>
  );
}

function LearnedRow({ one, place }: { one: Learned[number]; place: string }) {
  const { t } = useTranslation('proof');
  const { day } = useProofWords();
  return (
    <Table.Tr>
      <Table.Td miw={200}>
        <Anchor component={Link} to={`${place}/${one.id}/proof`} data-row={one.id}>
          {one.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t(`measure.${measureOf(one.kind)}`)}
          {', '}
          {t('window', { from: day(one.from), until: day(one.until), days: one.windowDays })}
        </Text>
      </Table.Td>
      <TriedCells one={one} />
      <Table.Td miw={220}>
        {one.notes.length === 0 ? '—' : null}
        {one.notes.map(({ id, text }) => (
          <div key={id} className={styles.note}>
            {text}
          </div>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
