import { Text, VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useNavigate, useParams, useSearchParams } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys } from '#app/components/use-keys.ts';
import { useRowFocus } from '#app/components/use-row-focus.ts';
import { ArticleRows } from './article-rows.tsx';
import { hitPath } from './hit-path.ts';
import { HitRow } from './hit-row.tsx';
import styles from './knowledge.module.css';
import { KnowledgeHead } from './knowledge-head.tsx';
import type { readKnowledgeList } from './read-knowledge.ts';
import { useKnowledgeSearch } from './use-knowledge-search.ts';

export type KnowledgeList = Awaited<ReturnType<typeof readKnowledgeList>>;

/** Search as one types on the left, the article on the right; the whole without a mouse. */
export function KnowledgePage(list: KnowledgeList) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  const { articleId } = useParams();
  const [params] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const search = useKnowledgeSearch(text, list.query.carrier, 'page');
  const navigate = useNavigate();
  const rows = useRowFocus();
  const box = useRef<HTMLInputElement>(null);
  useKeys({
    search: () => box.current?.focus(),
    next: () => rows.move(1),
    previous: () => rows.move(-1),
    back: () => (articleId ? navigate(`${home}/knowledge`) : box.current?.focus()),
  });
  const openFirst = () => {
    const [first] = search.found.hits;
    if (first)
      navigate(`${home}/knowledge${hitPath(first, text.trim())}`, { state: { searchId: search.searchId() } });
  };
  return (
    <div className={styles.panes} data-open={articleId ? true : undefined}>
      <section className={styles.list} ref={rows.ref} aria-label={t('title')}>
        {articleId ? null : <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>}
        <KnowledgeHead
          list={list}
          text={text}
          box={box}
          onText={setText}
          onDown={() => rows.move(1)}
          onOpen={openFirst}
        />
        {text.trim() === '' ? (
          <ArticleRows list={list} openId={articleId} />
        ) : (
          <Hits {...search} text={text} openId={articleId} />
        )}
      </section>
      {articleId ? (
        <Outlet />
      ) : (
        <div className={styles.nothing}>
          <Text c="dimmed">{t('choose')}</Text>
        </div>
      )}
    </div>
  );
}

type HitsProps = ReturnType<typeof useKnowledgeSearch> & { text: string; openId: string | undefined };

function Hits({ found, isStale, searchId, text, openId }: HitsProps) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  if (found.hits.length === 0 && !isStale) {
    return (
      <div className={styles.nothing} role="status">
        <Text fw={600}>{t('search.nothing')}</Text>
        <Text c="dimmed">{t('search.nothingHint')}</Text>
        <Link className={styles.area} to={`${home}/knowledge/suggestion`}>
          {t('search.propose')}
        </Link>
      </div>
    );
  }
  return (
    <>
      <VisuallyHidden role="status">{t('search.found', { count: found.hits.length })}</VisuallyHidden>
      <ul className={styles.rows} aria-busy={isStale}>
        {found.hits.map((hit) => (
          <HitRow
            key={`${hit.kind} ${hit.carrier} ${hit.ref}`}
            hit={hit}
            isOpen={hit.ref === openId}
            query={text.trim()}
            searchId={searchId}
          />
        ))}
      </ul>
    </>
  );
}
