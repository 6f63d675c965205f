import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './knowledge.module.css';
import { KnowledgeAreas } from './knowledge-areas.tsx';
import type { readMeasures } from './read-measures.ts';

type Measures = Awaited<ReturnType<typeof readMeasures>>;

/** Whether answers are found, how soon, and what is still missing. */
export function MeasuresPage({ measures }: { measures: Measures }) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  return (
    <Page
      title={t('measures.title')}
      note={
        <>
          <KnowledgeAreas mayWrite />
          {t('measures.note')}
        </>
      }
      back={{ to: `${home}/knowledge`, label: t('article.back') }}
    >
      <Figures measures={measures} />
      <EmptyQueries measures={measures} />
      <Use measures={measures} />
    </Page>
  );
}

function Figures({ measures }: { measures: Measures }) {
  const { t } = useTranslation('knowledge');
  const { format } = useDesk();
  const { searches, kept, empty, cases } = measures;
  const seconds = (ms: number | null) =>
    ms === null
      ? t('measures.noData')
      : t('measures.seconds', { seconds: format.count(Math.round(ms / 1000)) });
  const share = (part: number, all: number) =>
    all > 0 ? ` · ${format.count(Math.round((100 * part) / all))} %` : '';
  const ofCases = t('measures.ofCases', { linked: format.count(cases.linked), all: format.count(cases.all) });
  const figures = [
    { name: t('measures.p90'), value: seconds(measures.p90Ms), hint: t('measures.p90Hint') },
    { name: t('measures.median'), value: seconds(measures.medianMs), hint: '' },
    { name: t('measures.searches'), value: format.count(searches), hint: '' },
    { name: t('measures.kept'), value: format.count(kept) + share(kept, searches), hint: '' },
    { name: t('measures.empty'), value: format.count(empty) + share(empty, searches), hint: '' },
    { name: t('measures.linked'), value: ofCases + share(cases.linked, cases.all), hint: '' },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value, hint }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {hint ? <small>{hint}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EmptyQueries({ measures }: { measures: Measures }) {
  const { t } = useTranslation('knowledge');
  const { home, format } = useDesk();
  return (
    <Section title={t('measures.emptyQueries')}>
      {measures.emptyQueries.length === 0 ? <Text c="dimmed">{t('measures.noEmptyQueries')}</Text> : null}
      <Wide label={t('measures.emptyQueries')}>
        <Table maw={560}>
          <Table.Tbody>
            {measures.emptyQueries.map(({ query, count }) => (
              <Table.Tr key={query}>
                <Table.Td>
                  <Link className={styles.link} to={`${home}/knowledge?${new URLSearchParams({ q: query })}`}>
                    {query}
                  </Link>
                </Table.Td>
                <Table.Td className={styles.number}>{format.count(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Use({ measures }: { measures: Measures }) {
  const { t } = useTranslation('knowledge');
  const { home, format } = useDesk();
  return (
    <Section title={t('measures.use')}>
      {measures.use.length === 0 ? (
        <Text c="dimmed">{t('measures.noData')}</Text>
      ) : (
        <Wide label={t('measures.use')}>
          <Table maw={720}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('measures.article')}</Table.Th>
                <Table.Th className={styles.number}>{t('measures.keptTimes')}</Table.Th>
                <Table.Th className={styles.number}>{t('measures.linkedTimes')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {measures.use.map(({ id, title, kept, linked }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Link className={styles.link} to={`${home}/knowledge/${id}`}>
                      {title}
                    </Link>
                  </Table.Td>
                  <Table.Td className={styles.number}>{format.count(kept)}</Table.Td>
                  <Table.Td className={styles.number}>{format.count(linked)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}
