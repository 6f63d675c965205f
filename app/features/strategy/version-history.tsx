import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { RulesChange, StepChange } from './compare-versions.ts';
import type { StrategyView } from './read-strategy.ts';
import { useStepWords } from './use-step-words.ts';

/** Every version, and what it changed. */
export function VersionHistory({ versions }: Pick<StrategyView, 'versions'>) {
  const { t } = useTranslation('strategy');
  const { format } = useDesk();
  return (
    <Section title={t('history')}>
      <Wide label={t('history')}>
        <Table verticalSpacing={6} style={{ verticalAlign: 'top' }}>
          <Table.Tbody>
            {versions.map(({ number, inForceFrom, savedAt, by, changes }) => (
              <Table.Tr key={number}>
                <Table.Td>{t('versionOf', { number })}</Table.Td>
                <Table.Td>
                  {inForceFrom ? t('forceFrom', { date: format.moment(inForceFrom) }) : t('draft')}
                </Table.Td>
                <Table.Td>{by}</Table.Td>
                <Table.Td>{inForceFrom ? null : format.moment(savedAt)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'normal', minWidth: 240 }}>
                  <Changes changes={changes} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Changes({ changes }: { changes: RulesChange | null }) {
  const { t } = useTranslation('strategy');
  const wordsOf = useChangeWords();
  if (!changes) return t('change.first');
  const list = changes.entry.map((key) => t(`entry.${key}`).toLowerCase()).join(', ');
  const said = [
    ...changes.steps.map(wordsOf),
    ...(list ? [t('change.entry', { list })] : []),
    ...(changes.costs ? [t('change.costs')] : []),
  ];
  if (said.length === 0) return t('change.none');
  return (
    <ul style={{ margin: 0, paddingLeft: 16 }}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function useChangeWords() {
  const { t } = useTranslation('strategy');
  const { nameOf } = useStepWords();
  return (change: StepChange) => {
    const step = nameOf(change.step);
    if (change.kind !== 'changed') return t(`change.${change.kind}`, { step });
    if (change.from.day === change.step.day) return t('change.text', { step });
    return t('change.moved', { from: nameOf(change.from), step });
  };
}
