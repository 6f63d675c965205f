import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import type { PredictionTarget } from './prediction.ts';
import type { ModelCardView } from './read-model-card.ts';
import { useFeatureName } from './use-feature-name.ts';
import { useFigures } from './use-figures.ts';
import { useModelWords } from './use-model-words.ts';

type Drifts = Pick<ModelCardView, 'drift'> & { target: PredictionTarget };

/** How far the latest rows are from those that judged the model, feature by feature. */
export function DriftSection({ target, drift }: Drifts) {
  const { t } = useTranslation('prediction');
  const words = useModelWords(target);
  return (
    <Section title={t('drift.title')} note={words('drift')}>
      {drift.length === 0 ? <Text c="dimmed">{t('drift.none')}</Text> : <DriftTable drift={drift} />}
    </Section>
  );
}

function DriftTable({ drift }: Pick<ModelCardView, 'drift'>) {
  const { t } = useTranslation('prediction');
  const nameOf = useFeatureName();
  const { share } = useFigures();
  return (
    <>
      {drift.some(({ isAlarming }) => isAlarming) ? null : <Text>{t('drift.calm')}</Text>}
      <Wide label={t('drift.title')}>
        <Table maw={480} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('drift.feature')}</Table.Th>
              <Table.Th ta="right">{t('drift.index')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drift.map(({ name, index, isAlarming }) => (
              <Table.Tr key={name} {...(isAlarming ? { c: 'orange', fw: 600 } : {})}>
                <Table.Td>{nameOf(name)}</Table.Td>
                <Table.Td ta="right">{share(index)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </>
  );
}
