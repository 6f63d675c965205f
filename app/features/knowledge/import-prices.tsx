import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFeeText } from './catalogue-comparison.tsx';
import styles from './knowledge.module.css';
import type { ShownImport } from './show-import.ts';

/** Every item of the price lists whose name or fee would change: what it was, what it would be. */
export function ImportPrices({ prices }: Pick<ShownImport, 'prices'>) {
  const { t } = useTranslation('knowledge');
  const { carrierTitle } = useDesk();
  return (
    <Section title={t('import.prices')}>
      <Wide label={t('import.prices')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('form.carrier')}</Table.Th>
              <Table.Th>{t('catalogue.code')}</Table.Th>
              <Table.Th>{t('catalogue.name')}</Table.Th>
              <Table.Th className={styles.number}>{t('catalogue.once')}</Table.Th>
              <Table.Th className={styles.number}>{t('catalogue.month')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {prices.map(({ carrier, type, code, name, feeOnceKopecks, feeMonthKopecks, before }) => (
              <Table.Tr key={`${carrier} ${type} ${code}`}>
                <Table.Td>{carrierTitle(carrier)}</Table.Td>
                <Table.Td>{code}</Table.Td>
                <Table.Td>
                  {before && before.name !== name ? (
                    <del className={styles.removed}>{before.name}</del>
                  ) : null}{' '}
                  {name} {before ? null : <span className={styles.side}>{t('import.newItem')}</span>}
                </Table.Td>
                <FeeCell before={before?.feeOnceKopecks} after={feeOnceKopecks} />
                <FeeCell before={before?.feeMonthKopecks} after={feeMonthKopecks} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

/** A fee the list does not say stays as it was. */
function FeeCell({ before, after }: { before: number | null | undefined; after: number | null }) {
  const fee = useFeeText();
  const isOther = after !== null && before !== undefined && before !== after;
  return (
    <Table.Td className={styles.number}>
      {isOther ? <del className={styles.removed}>{fee(before)}</del> : null}{' '}
      {isOther ? <ins className={styles.added}>{fee(after)}</ins> : fee(after ?? before ?? null)}
    </Table.Td>
  );
}
