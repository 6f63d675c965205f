import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './knowledge.module.css';
import type { CatalogueEntry } from './read-catalogue.ts';

/** Up to four items side by side; the first is what the others are compared with. */
export function CatalogueComparison({ items }: { items: CatalogueEntry[] }) {
  const { t } = useTranslation('knowledge');
  const { format } = useDesk();
  const fee = useFeeText();
  const base = items[0]?.feeMonthKopecks ?? null;
  const difference = ({ feeMonthKopecks }: CatalogueEntry, index: number) => {
    if (index === 0) return t('catalogue.base');
    if (base === null || feeMonthKopecks === null) return t('catalogue.unknown');
    const more = feeMonthKopecks - base;
    return `${more > 0 ? '+' : ''}${format.money(more)}`;
  };
  const rows = [
    { name: t('catalogue.code'), cell: ({ code }: CatalogueEntry) => code },
    { name: t('catalogue.once'), cell: (item: CatalogueEntry) => fee(item.feeOnceKopecks) },
    { name: t('catalogue.month'), cell: (item: CatalogueEntry) => fee(item.feeMonthKopecks) },
    { name: t('catalogue.difference'), cell: difference },
    { name: t('catalogue.seen'), cell: ({ seenAt }: CatalogueEntry) => format.moment(seenAt) },
  ];
  return (
    <Section title={t('catalogue.compare')}>
      <Wide label={t('catalogue.compare')}>
        <Table withTableBorder withColumnBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th aria-label={t('catalogue.name')} />
              {items.map(({ code, name }) => (
                <Table.Th key={code} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, cell }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                {items.map((item, index) => (
                  <Table.Td key={item.code} className={styles.number}>
                    {cell(item, index)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

/** A fee in words: nothing to pay is said, and so is what nobody knows. */
export function useFeeText(): (kopecks: number | null) => string {
  const { t } = useTranslation('knowledge');
  const { format } = useDesk();
  return (kopecks) => {
    if (kopecks === null) return t('catalogue.unknown');
    return kopecks === 0 ? t('catalogue.free') : format.money(kopecks);
  };
}
