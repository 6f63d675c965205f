import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './admission.module.css';

const paths = {
  mine: '',
  practice: '/practice',
  team: '/team',
  questions: '/questions',
  tests: '/tests',
} as const;

/** The pages of admission: one's own for everybody, the rest for those who write tests. */
export function AdmissionAreas() {
  const { t } = useTranslation('admission');
  const { home, may } = useDesk();
  const areas = may.writeAdmission
    ? (['mine', 'practice', 'team', 'questions', 'tests'] as const)
    : (['mine', 'practice'] as const);
  return (
    <nav className={styles.areas} aria-label={t('title')}>
      {areas.map((area) => (
        <NavLink
          key={area}
          className={styles.area ?? ''}
          to={`${home}/admission${paths[area]}`}
          end={area === 'mine'}
        >
          {t(`areas.${area}`)}
        </NavLink>
      ))}
    </nav>
  );
}
