import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/section.tsx';
import { leavingReasons } from '#app/features/churn/churn.ts';
import styles from './save-page.module.css';

const never = ['difficult', 'wait', 'rival', 'penalty'] as const;

/** How to talk by what drives him away, and what is never said to hold somebody. */
export function TalkWords() {
  const { t } = useTranslation('save');
  return (
    <>
      <Section title={t('say.title')}>
        <dl className={styles.facts}>
          {leavingReasons.map((reason) => [
            <dt key={`${reason} name`}>{t(`reason.${reason}`)}</dt>,
            <dd key={reason}>{t(`say.${reason}`)}</dd>,
          ])}
        </dl>
      </Section>
      <Section title={t('not.title')}>
        <ul className={styles.lines}>
          {never.map((one) => (
            <li key={one}>{t(`not.${one}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
