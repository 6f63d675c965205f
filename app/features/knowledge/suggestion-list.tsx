import { Alert, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ComparedText } from './compared-text.tsx';
import styles from './knowledge.module.css';
import { KnowledgeAreas } from './knowledge-areas.tsx';
import type { readSuggestions } from './read-knowledge.ts';

type Suggestion = Awaited<ReturnType<typeof readSuggestions>>[number];

/** What agents would word otherwise, beside the words of now. */
export function SuggestionList({ suggestions }: { suggestions: Suggestion[] }) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  return (
    <Page
      title={t('suggestions.title')}
      note={<KnowledgeAreas mayWrite />}
      back={{ to: `${home}/knowledge`, label: t('article.back') }}
    >
      {suggestions.length === 0 ? (
        <div className={styles.nothing}>
          <Text fw={600}>{t('suggestions.none')}</Text>
          <Text c="dimmed">{t('suggestions.noneHint')}</Text>
        </div>
      ) : (
        suggestions.map((suggestion) => <SuggestionItem key={suggestion.id} suggestion={suggestion} />)
      )}
    </Page>
  );
}

function SuggestionItem({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('knowledge');
  const { home, format } = useDesk();
  const here = `${home}/knowledge/suggestions/${suggestion.id}`;
  return (
    <section className={styles.fields}>
      <p className={styles.side}>
        {[suggestion.by, format.moment(suggestion.at), suggestion.note].filter(Boolean).join(' · ')}{' '}
        {suggestion.articleId ? (
          <Link className={styles.link} to={`${home}/knowledge/${suggestion.articleId}`}>
            {t('kind.article')}
          </Link>
        ) : (
          t('suggestions.newArticle')
        )}
      </p>
      <ComparedText stretches={suggestion.title} />
      <ComparedText stretches={suggestion.body} />
      {suggestion.isStale ? <Alert color="yellow">{t('suggestions.stale')}</Alert> : null}
      <Group>
        {suggestion.isStale ? null : (
          <ActionButton action={`${here}/acceptance`} label={t('suggestions.accept')} variant="filled" />
        )}
        <ActionButton action={`${here}/declining`} label={t('suggestions.decline')} />
      </Group>
    </section>
  );
}
