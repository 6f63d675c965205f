import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ArticleBody } from './article-body.tsx';
import { KeepButton } from './keep-button.tsx';
import styles from './knowledge.module.css';
import type { ArticleDetail } from './read-knowledge.ts';

/** One article: what it says, how long it holds, who answers for it, who read it. */
export function ArticleView(detail: ArticleDetail) {
  const { t } = useTranslation('knowledge');
  const { home, format, carrierTitle } = useDesk();
  const { article } = detail;
  const isPublished = article.state === 'published';
  return (
    <article className={styles.article}>
      <Link className={styles.area} to={`${home}/knowledge`}>
        ← {t('article.back')}
      </Link>
      <h1 className={styles.title}>{article.title}</h1>
      <div className={styles.facts}>
        {isPublished ? null : <Badge color="gray">{t(`state.${article.state}`)}</Badge>}
        <span>{article.carrier ? carrierTitle(article.carrier) : t('everyCarrier')}</span>
        <span>
          {t('article.version')} {article.version}, {format.fullDay(article.changedAt)}
        </span>
        {article.validFrom ? (
          <span>{t('article.from', { day: format.fullDay(article.validFrom) })}</span>
        ) : null}
        {article.validUntil ? (
          <span>{t('article.until', { day: format.fullDay(article.validUntil) })}</span>
        ) : null}
        {detail.links > 0 ? <span>{t('article.links', { count: detail.links })}</span> : null}
      </div>
      {isPublished ? <ReadingDeeds {...detail} /> : null}
      <ArticleBody text={article.body} />
      <Upkeep {...detail} />
    </article>
  );
}

function ReadingDeeds({ article, readAt }: ArticleDetail) {
  const { t } = useTranslation('knowledge');
  const { home, format } = useDesk();
  return (
    <div className={styles.deeds}>
      <KeepButton articleId={article.id} />
      {article.isRequired && !readAt ? (
        <>
          <ActionButton
            action={`${home}/knowledge/${article.id}/reading`}
            label={t('article.read')}
            fields={{ version: String(article.version) }}
          />
          <span>{t('article.mustRead')}</span>
        </>
      ) : null}
      {readAt ? (
        <span className={styles.side}>{t('article.readDone', { day: format.day(readAt) })}</span>
      ) : null}
    </div>
  );
}

/** Who answers for it and what may be done to it. */
function Upkeep({ article, owner, readers, isDue, mayWrite }: ArticleDetail) {
  const { t } = useTranslation('knowledge');
  const { home, format } = useDesk();
  const here = `${home}/knowledge/${article.id}`;
  const day = format.fullDay(article.reviewAt);
  return (
    <footer>
      <div className={styles.facts}>
        <span>
          {t('article.owner')}: {owner}
        </span>
        <span>{isDue ? t('overdue', { day }) : t('due', { day })}</span>
      </div>
      <div className={styles.deeds}>
        {mayWrite ? (
          <Button component={Link} variant="default" to={`${here}/edit`}>
            {t('article.edit')}
          </Button>
        ) : (
          <Button component={Link} variant="default" to={`${here}/suggestion`}>
            {t('article.suggest')}
          </Button>
        )}
        <Button component={Link} variant="default" to={`${here}/history`}>
          {t('article.history')}
        </Button>
        {mayWrite && article.state !== 'published' ? (
          <ActionButton action={`${here}/publication`} label={t('article.publish')} variant="filled" />
        ) : null}
        {mayWrite && article.state !== 'archived' ? (
          <ActionButton
            action={`${here}/archiving`}
            label={t('article.archive')}
            confirm={t('article.archiveSure')}
          />
        ) : null}
      </div>
      {mayWrite && article.isRequired ? <Readers readers={readers} /> : null}
    </footer>
  );
}

function Readers({ readers }: Pick<ArticleDetail, 'readers'>) {
  const { t } = useTranslation('knowledge');
  const { format } = useDesk();
  if (readers.length === 0) return <p className={styles.side}>{t('article.nobodyRead')}</p>;
  return (
    <p className={styles.side}>
      {t('article.readers')}: {readers.map(({ name, at }) => `${name} (${format.day(at)})`).join(', ')}
    </p>
  );
}
