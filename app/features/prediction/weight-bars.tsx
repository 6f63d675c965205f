import { useTranslation } from 'react-i18next';
import type { TrainingCard } from './model.ts';
import styles from './model-page.module.css';
import { useFeatureName } from './use-feature-name.ts';

/** The features of a model, those that move it most first. */
export function WeightBars({ weights }: Pick<TrainingCard, 'weights'>) {
  const { t } = useTranslation('prediction');
  const nameOf = useFeatureName();
  const most = Math.max(...weights.map(({ weight }) => weight));
  return (
    <ul className={styles.weights} aria-label={t('weights.title')}>
      {weights.map(({ name, weight }) => (
        <li key={name}>
          <span>{nameOf(name)}</span>
          <span className={styles.bar} style={{ width: `${(100 * weight) / most}%` }} />
        </li>
      ))}
    </ul>
  );
}
