import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { KnowledgeHit } from './find-knowledge.ts';
import { hitPath } from './hit-path.ts';
import styles from './knowledge.module.css';
import { MarkedText } from './marked-text.tsx';

type Props = { hit: KnowledgeHit; isOpen: boolean; query: string; searchId(): string | null };

/** One answer: what it is, for whom, and the place that answers. */
export function HitRow({ hit, isOpen, query, searchId }: Props) {
  const { t } = useTranslation('knowledge');
  const { home, carrierTitle, format } = useDesk();
  const navigate = useNavigate();
  const fee = hit.feeMonthKopecks ?? hit.feeOnceKopecks;
  return (
    <li>
      <Link
        className={styles.row}
        to={`${home}/knowledge${hitPath(hit, query)}`}
        data-row={hit.ref}
        aria-current={isOpen}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          navigate(`${home}/knowledge${hitPath(hit, query)}`, { state: { searchId: searchId() } });
        }}
      >
        <span className={styles.line}>
          <span className={`${styles.name} ${styles.hitName}`}>
            <MarkedText stretches={hit.title} />
          </span>
          <span className={styles.side}>
            {hit.kind === 'article' ? null : `${t(`kind.${hit.kind}`)} · `}
            {hit.carrier ? carrierTitle(hit.carrier) : t('everyCarrier')}
          </span>
        </span>
        <span className={styles.snippet}>
          {hit.kind === 'article' ? (
            <MarkedText stretches={hit.snippet} />
          ) : (
            `${hit.ref}${fee === null ? '' : ` · ${format.money(fee)}`}`
          )}
        </span>
      </Link>
    </li>
  );
}
