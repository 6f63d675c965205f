import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import type { ModelView } from './read-model-page.ts';
import { useFeatureName } from './use-feature-name.ts';
import { useFigures } from './use-figures.ts';

/** How far the latest charges are from those that judged the model, feature by feature. */
export function DriftSection({ drift }: Pick<ModelView, 'drift'>) {
  const { t } = useTranslation('prediction');
  return (
    <Section title={t('drift.title')} note={t('drift.note')}>
      {drift.length === 0 ? <Text c="dimmed">{t('drift.none')}</Text> : <DriftTable drift={drift} />}
    </Section>
  );
}

function DriftTable({ drift }: Pick<ModelView, 'drift'>) {
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
