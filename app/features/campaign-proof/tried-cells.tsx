import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Tried } from './read-learned.ts';
import { useProofWords } from './use-proof-words.ts';
import { VerdictMark } from './verdict-line.tsx';

const columns = ['verdict', 'counted', 'caused', 'cost'] as const;

/** What was counted stands beside what was caused, wherever campaigns are listed. */
export function TriedHead() {
  const { t } = useTranslation('proof');
  return columns.map((column) => (
    <Table.Th key={column} ta={column === 'verdict' ? 'left' : 'right'}>
      {t(`tried.${column}`)}
    </Table.Th>
  ));
}

export function TriedCells({ one: { proof, treated, until } }: { one: Tried }) {
  const { t } = useTranslation('proof');
  const words = useProofWords();
  if (!proof) {
    return (
      <>
        <Table.Td>
          <VerdictMark verdict="too-early" />
          <Small>{t('tried.until', { until: words.day(until) })}</Small>
        </Table.Td>
        <Table.Td ta="right">
          —<Small>{t('tried.of', { n: words.people(treated) })}</Small>
        </Table.Td>
        <Table.Td ta="right">—</Table.Td>
        <Table.Td ta="right">—</Table.Td>
      </>
    );
  }
  const { caused, effect } = proof;
  return (
    <>
      <Table.Td>
        <VerdictMark verdict={proof.verdict} />
        {effect ? (
          <Small>{`${words.points(effect.value)} ${t('points')}, ${words.range(effect, words.points)}`}</Small>
        ) : null}
      </Table.Td>
      <Table.Td ta="right">
        {words.people(proof.counted)}
        <Small>{t('tried.of', { n: words.people(treated) })}</Small>
      </Table.Td>
      <Table.Td ta="right">
        {caused ? words.people(caused.value) : '—'}
        {caused ? <Small>{words.range(caused, words.people)}</Small> : null}
      </Table.Td>
      <Table.Td ta="right">{words.cost(proof)}</Table.Td>
    </>
  );
}

function Small({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}
