import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ComparedText } from './compared-text.tsx';
import styles from './knowledge.module.css';
import type { readHistory } from './read-knowledge.ts';

type History = NonNullable<Awaited<ReturnType<typeof readHistory>>>;

/** What changed from one version to the next, and who changed it why. */
export function ArticleHistory({ article, versions, from, to, title, body }: History) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  const isSame = [...title, ...body].every(({ change }) => change === 'same');
  const compared = from === null ? t('history.first') : t('history.compare', { from, to });
  return (
    <Page
      title={article.title}
      note={t('history.title')}
      back={{ to: `${home}/knowledge/${article.id}`, label: t('article.back') }}
    >
      <Section title={compared}>
        {isSame && from !== null ? (
          <p>{t('history.nothing')}</p>
        ) : (
          <>
            <ComparedText stretches={title} />
            <ComparedText stretches={body} />
          </>
        )}
      </Section>
      <Versions versions={versions} to={to} />
    </Page>
  );
}

function Versions({ versions, to }: Pick<History, 'versions' | 'to'>) {
  const { t } = useTranslation('knowledge');
  const { format } = useDesk();
  return (
    <Section title={t('article.history')}>
      <Wide label={t('article.history')}>
        <Table>
          <Table.Tbody>
            {versions.map(({ version, at, by, note, state }) => (
              <Table.Tr key={version}>
                <Table.Td>
                  <Link className={styles.link} to={`?to=${version}`} aria-current={version === to}>
                    {t('article.version')} {version}
                  </Link>
                </Table.Td>
                <Table.Td>{t(`state.${state}`)}</Table.Td>
                <Table.Td>{format.moment(at)}</Table.Td>
                <Table.Td>{by}</Table.Td>
                <Table.Td>{note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
