import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './knowledge.module.css';
import type { KnowledgeList } from './knowledge-page.tsx';

type Props = { list: KnowledgeList; openId: string | undefined };

/** What must be read first, then all articles by title. */
export function ArticleRows({ list, openId }: Props) {
  const { t } = useTranslation('knowledge');
  const { items, unread, query } = list;
  if (items.length === 0) {
    const isAll = query.shown === 'published' && query.carrier === null;
    return (
      <div className={styles.nothing}>
        <Text fw={600}>{isAll ? t('empty') : t('emptyHere')}</Text>
        {isAll ? <Text c="dimmed">{t('emptyHint')}</Text> : null}
      </div>
    );
  }
  return (
    <ul className={styles.rows}>
      {unread.map(({ id, title }) => (
        <Row key={`unread ${id}`} id={id} title={title} side={t('unread')} isOpen={id === openId} />
      ))}
      {items
        .filter(({ id }) => !unread.some((article) => article.id === id))
        .map((item) => (
          <ListedRow key={item.id} item={item} isOpen={item.id === openId} mayWrite={list.mayWrite} />
        ))}
    </ul>
  );
}

function ListedRow({
  item,
  isOpen,
  mayWrite,
}: {
  item: KnowledgeList['items'][number];
  isOpen: boolean;
  mayWrite: boolean;
}) {
  const { t } = useTranslation('knowledge');
  const { carrierTitle } = useDesk();
  const side = [
    item.carrier ? carrierTitle(item.carrier) : null,
    mayWrite && item.isDue ? t('states.review') : null,
  ].filter(Boolean);
  return <Row id={item.id} title={item.title} side={side.join(' · ')} isOpen={isOpen} />;
}

function Row({ id, title, side, isOpen }: { id: string; title: string; side: string; isOpen: boolean }) {
  const { home } = useDesk();
  const [params] = useSearchParams();
  const kept = new URLSearchParams(params);
  kept.delete('q');
  const search = kept.size > 0 ? `?${kept}` : '';
  return (
    <li>
      <Link
        className={styles.row}
        to={`${home}/knowledge/${id}${search}`}
        data-row={id}
        aria-current={isOpen}
      >
        <span className={styles.line}>
          <span className={styles.name}>{title}</span>
          <span className={styles.side}>{side}</span>
        </span>
      </Link>
    </li>
  );
}
