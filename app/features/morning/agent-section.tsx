import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IntervalBar } from '#app/components/interval-bar.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { useFigureWords } from '#app/features/metric/use-figure-words.ts';
import { Deed } from './deed.tsx';
import type { AgentsView } from './read-agents.ts';

/** Whose numbers differ from those of the others by more than chance, to either side. */
export function AgentSection({ agents }: { agents: AgentsView }) {
  const { t } = useTranslation('morning');
  const { format } = useDesk();
  const dates = format.period(agents.from, agents.to);
  return (
    <Section title={t('agents.title')} note={t('agents.note', { dates })}>
      {agents.people.length === 0 ? (
        <Text>{t(agents.isComparable ? 'agents.none' : 'agents.tooFew')}</Text>
      ) : (
        <AgentTable people={agents.people} />
      )}
      <Deed to="lead/reviews">{t('agents.reviews')}</Deed>
    </Section>
  );
}

function AgentTable({ people }: Pick<AgentsView, 'people'>) {
  const { t } = useTranslation(['morning', 'metric']);
  const { write } = useFigureWords();
  return (
    <Wide label={t('agents.title')}>
      <Table miw={820} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            {(['person', 'metric', 'own', 'estimate', 'difference', 'common'] as const).map((column) => (
              <Table.Th key={column}>{t(`agents.${column}`)}</Table.Th>
            ))}
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ key, name, metric, figure, estimate, low, high, common, isBetter }) => (
            <Table.Tr key={`${key} ${metric}`}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{t(`metric:${metric}.title`)}</Table.Td>
              <Table.Td>
                <FigureValue figure={figure} />
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {write(metric, estimate)} ({write(metric, low)} … {write(metric, high)})
              </Table.Td>
              <Table.Td miw={120}>
                <IntervalBar
                  value={estimate - common}
                  interval={{ low: low - common, high: high - common }}
                  reach={Math.max(common * 0.5, Math.abs(low - common), Math.abs(high - common))}
                />
              </Table.Td>
              <Table.Td>{write(metric, common)}</Table.Td>
              <Table.Td>{t(isBetter ? 'agents.better' : 'agents.worse')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
