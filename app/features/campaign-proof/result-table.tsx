import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IntervalBar } from '#app/components/interval-bar.tsx';
import { Wide } from '#app/components/page.tsx';
import type { Estimate, Share } from '#app/features/uplift/newcombe-interval.ts';
import type { Measure } from './campaign-proof.ts';
import { useProofWords } from './use-proof-words.ts';

export type ResultRow = {
  key: string;
  name: ReactNode;
  treated: Share;
  control: Share;
  effect: Estimate | null;
};

/** Who was contacted beside who was left alone, a row a stratum or a wave, with what it made of it. */
export function ResultTable({
  title,
  rows,
  measure,
}: {
  title: string;
  rows: readonly ResultRow[];
  measure: Measure;
}) {
  const { t } = useTranslation('proof');
  const { points, range } = useProofWords();
  const ends = rows.flatMap(({ effect }) => (effect ? [Math.abs(effect.low), Math.abs(effect.high)] : []));
  const reach = Math.max(0.001, ...ends);
  return (
    <Wide label={title}>
      <Table verticalSpacing={4} maw={860}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{title}</Table.Th>
            <Table.Th ta="right">{t(`table.treated.${measure}`)}</Table.Th>
            <Table.Th ta="right">{t(`table.control.${measure}`)}</Table.Th>
            <Table.Th>{t('table.effect')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, treated, control, effect }) => (
            <Table.Tr key={key}>
              <Table.Td>{name}</Table.Td>
              <ShareCell share={treated} />
              <ShareCell share={control} />
              <Table.Td miw={200}>
                {effect ? (
                  <>
                    {points(effect.value)} {t('points')}, {range(effect, points)}
                    <IntervalBar value={effect.value} interval={effect} reach={reach} />
                  </>
                ) : (
                  '—'
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function ShareCell({ share: { count, n } }: { share: Share }) {
  const { t } = useTranslation('proof');
  const { percent, people } = useProofWords();
  return (
    <Table.Td ta="right">
      {n === 0 ? '—' : percent(count / n)}
      <br />
      {t('table.of', { count: people(count), n: people(n) })}
    </Table.Td>
  );
}
