import { Table, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, Section, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './coaching.module.css';
import { CoachingPanel } from './coaching-panel.tsx';
import { CoachingTable } from './coaching-table.tsx';
import type { CoachingView } from './read-coaching.ts';

/** What the team loses by, who loses it, and what is practised. */
export function CoachingPage({ view }: { view: CoachingView }) {
  const { t } = useTranslation('coaching');
  return (
    <Page title={t('title')} note={t('note')}>
      <Split panel={<CoachingPanel view={view} />}>
        <Section title={t('tasks')}>
          {view.tasks.length === 0 ? <Text c="dimmed">{t('noTasks')}</Text> : <CoachingTable view={view} />}
        </Section>
        {view.reviews === 0 ? <Text c="dimmed">{t('none')}</Text> : <Pareto pareto={view.pareto} />}
      </Split>
      {view.reviews === 0 ? null : <Heat view={view} />}
    </Page>
  );
}

function Pareto({ pareto }: Pick<CoachingView, 'pareto'>) {
  const { t } = useTranslation('coaching');
  const { format } = useDesk();
  const most = Math.max(...pareto.map(({ share }) => share), 0.01);
  return (
    <Section title={t('pareto')} note={t('paretoNote')}>
      <Wide label={t('pareto')}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {(['item', 'share', 'lost', 'n'] as const).map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pareto.map(({ itemId, title, n, lost, share }) => (
              <Table.Tr key={itemId}>
                <Table.Td>{title}</Table.Td>
                <Table.Td style={{ minWidth: 180 }}>
                  {Math.round(share * 100)} %
                  <div className={styles.bar} style={{ width: `${(100 * share) / most}%` }} aria-hidden />
                </Table.Td>
                <Table.Td>{t('points', { lost: format.count(Math.round(lost * 10) / 10) })}</Table.Td>
                <Table.Td>{n}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Heat({ view: { heat, items } }: { view: CoachingView }) {
  const { t } = useTranslation('coaching');
  return (
    <Section title={t('heat')} note={t('heatNote')}>
      <Wide label={t('heat')}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.agent')}</Table.Th>
              <Table.Th ta="right">{t('column.reviews')}</Table.Th>
              {items.map(({ id, title }) => (
                <Table.Th key={id} ta="right">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {heat.map(({ agentId, name, n, cells }) => (
              <Table.Tr key={agentId}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">{n}</Table.Td>
                {items.map(({ id }) => (
                  <Cell key={id} cell={cells[id]} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Cell({ cell }: { cell: { n: number; share: number } | undefined }) {
  const { t } = useTranslation('coaching');
  if (!cell) return <Table.Td ta="right">—</Table.Td>;
  return (
    <Table.Td className={styles.cell} style={{ '--heat': cell.share } as CSSProperties}>
      {t('cell', { share: Math.round(cell.share * 100), n: cell.n })}
    </Table.Td>
  );
}
