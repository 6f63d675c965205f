import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './knowledge.module.css';

/** The pages beside the search: for everybody, and for those who write articles. */
export function KnowledgeAreas({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  const areas = mayWrite
    ? (['catalogue', 'suggestions', 'synonyms', 'import', 'measures', 'new'] as const)
    : (['catalogue'] as const);
  return (
    <nav className={styles.areas} aria-label={t('title')}>
      {areas.map((area) => (
        <NavLink key={area} className={styles.area ?? ''} to={`${home}/knowledge/${area}`}>
          {t(`areas.${area}`)}
        </NavLink>
      ))}
    </nav>
  );
}
