import { Group, NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { CatalogueComparison, useFeeText } from './catalogue-comparison.tsx';
import styles from './knowledge.module.css';
import { type CatalogueEntry, mostCompared, type readCatalogue } from './read-catalogue.ts';

type Props = Awaited<ReturnType<typeof readCatalogue>>;

/** Everything a carrier offers, with its fees; a few of them side by side. */
export function CataloguePage({ query, items }: Props) {
  const { t } = useTranslation('knowledge');
  const { home, carrierTitle } = useDesk();
  const picked = query.picked.flatMap((code) => items.filter((item) => item.code === code));
  return (
    <Page
      title={`${t('catalogue.title')}: ${carrierTitle(query.carrier)}`}
      note={t('catalogue.note')}
      back={{ to: `${home}/knowledge`, label: t('article.back') }}
      actions={
        <ActionButton
          action={`${home}/knowledge/catalogue/${query.carrier}/refresh`}
          label={t('catalogue.refresh')}
        />
      }
    >
      <Choices query={query} />
      {picked.length > 0 ? <CatalogueComparison items={picked} /> : null}
      {items.length === 0 ? (
        <div className={styles.nothing}>
          <Text fw={600}>{t('catalogue.empty')}</Text>
          <Text c="dimmed">{t('catalogue.emptyHint')}</Text>
        </div>
      ) : (
        <Section title={t(`catalogue.${query.type}`)} note={t('catalogue.compareHint')}>
          <Items items={items} picked={query.picked} />
        </Section>
      )}
    </Page>
  );
}

function Choices({ query }: Pick<Props, 'query'>) {
  const { t } = useTranslation('knowledge');
  const { carriers } = useDesk();
  const [, setParams] = useSearchParams();
  return (
    <Group gap="xs">
      <NativeSelect
        aria-label={t('form.carrier')}
        value={query.carrier}
        onChange={(event) => setParams({ carrier: event.currentTarget.value, type: query.type })}
        data={Object.entries(carriers).map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        aria-label={t('catalogue.type')}
        value={query.type}
        onChange={(event) => setParams({ carrier: query.carrier, type: event.currentTarget.value })}
        data={(['tariff', 'option'] as const).map((value) => ({ value, label: t(`catalogue.${value}`) }))}
      />
    </Group>
  );
}

function Items({ items, picked }: { items: CatalogueEntry[]; picked: string[] }) {
  const { t } = useTranslation('knowledge');
  const { format, now } = useDesk();
  const fee = useFeeText();
  const [params, setParams] = useSearchParams();
  const toggle = (code: string) => {
    const next = new URLSearchParams(params);
    if (picked.includes(code)) next.delete('pick', code);
    else next.append('pick', code);
    setParams(next, { preventScrollReset: true, replace: true });
  };
  return (
    <Wide label={t('catalogue.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36} aria-label={t('catalogue.compare')} />
            <Table.Th>{t('catalogue.name')}</Table.Th>
            <Table.Th>{t('catalogue.code')}</Table.Th>
            <Table.Th className={styles.number}>{t('catalogue.once')}</Table.Th>
            <Table.Th className={styles.number}>{t('catalogue.month')}</Table.Th>
            <Table.Th className={styles.number}>{t('catalogue.seen')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ code, name, feeOnceKopecks, feeMonthKopecks, seenAt }) => (
            <Table.Tr key={code}>
              <Table.Td>
                <input
                  type="checkbox"
                  aria-label={t('catalogue.pick', { name })}
                  checked={picked.includes(code)}
                  disabled={!picked.includes(code) && picked.length >= mostCompared}
                  onChange={() => toggle(code)}
                />
              </Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{code}</Table.Td>
              <Table.Td className={styles.number}>{fee(feeOnceKopecks)}</Table.Td>
              <Table.Td className={styles.number}>{fee(feeMonthKopecks)}</Table.Td>
              <Table.Td className={styles.number}>{format.stamp(seenAt, now)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
