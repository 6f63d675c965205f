import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { type Ranking, rankings } from './ranking.ts';
import styles from './share-picture.module.css';
import { useProofWords } from './use-proof-words.ts';

const size = { width: 560, height: 260, foot: 20, top: 10 };
const tableDepths = [0.1, 0.2, 0.3, 0.5, 0.7, 1];

/** Whom it would have been best to contact: ranked by uplift, by who is likeliest to do it anyway, and at random. */
export function RankingSection({ ranking }: { ranking: Ranking | null }) {
  const { t } = useTranslation('proof');
  if (!ranking) {
    return (
      <Section title={t('ranking.title')}>
        <Text c="dimmed">{t('ranking.none')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('ranking.title')} note={t('ranking.note')}>
      <Curves ranking={ranking} />
      <RankingTable ranking={ranking} />
    </Section>
  );
}

function Curves({ ranking: { curves } }: { ranking: Ranking }) {
  const { t } = useTranslation('proof');
  const caused = rankings.flatMap((name) => curves[name].map((point) => point.caused));
  const [low, high] = [Math.min(0, ...caused), Math.max(1, ...caused)];
  const x = (depth: number) => depth * size.width;
  const y = (value: number) =>
    size.top + ((high - value) / (high - low)) * (size.height - size.top - size.foot);
  const all = curves.uplift.at(-1)?.caused ?? 0;
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={styles.curves}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={t('ranking.picture')}
      >
        <line className={styles.axis} x1={0} x2={size.width} y1={y(0)} y2={y(0)} />
        <line className={styles.random} x1={0} y1={y(0)} x2={size.width} y2={y(all)} />
        {rankings.map((name) => (
          <polyline
            key={name}
            className={styles[name]}
            points={curves[name].map(({ depth, caused: value }) => `${x(depth)},${y(value)}`).join(' ')}
          />
        ))}
      </svg>
      <figcaption>
        {[...rankings, 'random' as const].map((name) => (
          <div key={name}>
            <svg className={styles.key} viewBox="0 0 40 10" aria-hidden>
              <line className={styles[name]} x1={0} y1={5} x2={40} y2={5} />
            </svg>
            {t(`ranking.by.${name}`)}
          </div>
        ))}
      </figcaption>
    </figure>
  );
}

function RankingTable({ ranking: { curves, areas } }: { ranking: Ranking }) {
  const { t } = useTranslation('proof');
  const { people, percent } = useProofWords();
  const all = curves.uplift.at(-1)?.caused ?? 0;
  const at = (name: (typeof rankings)[number], depth: number) =>
    curves[name].find((point) => point.depth >= depth - 1e-9)?.caused ?? 0;
  return (
    <Wide label={t('ranking.title')}>
      <Table verticalSpacing={4} maw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ranking.first')}</Table.Th>
            {[...rankings, 'random' as const].map((name) => (
              <Table.Th key={name} ta="right">
                {t(`ranking.by.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tableDepths.map((depth) => (
            <Table.Tr key={depth}>
              <Table.Td>{percent(depth)}</Table.Td>
              <Table.Td ta="right">{people(at('uplift', depth))}</Table.Td>
              <Table.Td ta="right">{people(at('response', depth))}</Table.Td>
              <Table.Td ta="right">{people(all * depth)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>{t('ranking.area')}</Table.Td>
            <Table.Td ta="right">{people(areas.uplift)}</Table.Td>
            <Table.Td ta="right">{people(areas.response)}</Table.Td>
            <Table.Td ta="right">0</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
