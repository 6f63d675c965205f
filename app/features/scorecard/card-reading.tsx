import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import type { CardContent } from './scorecard.ts';

/** A card for those who do not change it: what is asked, and what it weighs. */
export function CardReading({ content }: { content: CardContent }) {
  const { t } = useTranslation('scorecard');
  return content.sections.map((section) => (
    <Wide key={section.id} label={section.title}>
      <Table maw={900} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{section.title}</Table.Th>
            <Table.Th>{t('scale.title')}</Table.Th>
            <Table.Th ta="right">{t('weight')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {section.items.map(({ id, title, hint, scale, weight, critical }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {title}
                {critical ? ` · ${t(`family.${critical.family}`)}, ${t(`effect.${critical.effect}`)}` : null}
                <Text size="xs" c="dimmed">
                  {hint}
                </Text>
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{t(`scale.${scale}`)}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {section.weight} × {weight}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  ));
}
