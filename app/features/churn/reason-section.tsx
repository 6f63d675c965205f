import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './churn-page.module.css';
import type { ChurnView } from './read-churn-page.ts';

/** What people said at the goodbye, and how they went. */
export function ReasonSection({
  reasons,
  kinds,
  uncounted,
}: Pick<ChurnView, 'reasons' | 'kinds' | 'uncounted'>) {
  const { t } = useTranslation('churn');
  const rest = uncounted > 0 ? <Text c="dimmed">{t('reasons.uncounted', { count: uncounted })}</Text> : null;
  return (
    <Section title={t('reasons.title')} note={t('reasons.note')}>
      {reasons.length === 0 ? (
        <NothingHere text={t('reasons.none')} hint={t('reasons.noneHint')} />
      ) : (
        <>
          <Bars
            label={t('reasons.title')}
            rows={reasons.map(({ name, lines }) => ({ name: t(`reason.${name}`), lines }))}
          />
          <h3>{t('reasons.kinds')}</h3>
          <Bars
            label={t('reasons.kinds')}
            rows={kinds.map(({ name, lines }) => ({ name: t(`kind.${name}`), lines }))}
          />
        </>
      )}
      {rest}
    </Section>
  );
}

function Bars({ label, rows }: { label: string; rows: { name: string; lines: number }[] }) {
  const { format } = useDesk();
  const most = Math.max(...rows.map(({ lines }) => lines));
  return (
    <ul className={styles.bars} aria-label={label}>
      {rows.map(({ name, lines }) => (
        <li key={name}>
          <span>{name}</span>
          <span className={styles.bar} style={{ width: `${(100 * lines) / most}%` }} />
          <span>{format.count(lines)}</span>
        </li>
      ))}
    </ul>
  );
}
