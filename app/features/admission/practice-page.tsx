import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './admission.module.css';
import { AdmissionAreas } from './admission-areas.tsx';
import { nextExercise } from './practice.ts';
import { PracticeDialog } from './practice-dialog.tsx';
import { PracticeLineFacts } from './practice-line-facts.tsx';
import type { Exercise } from './read-exercise.ts';

type Props = { n: number; exercise: Exercise | null };

/** Past requests as exercises: what would you have done, and what came of it then. */
export function PracticePage({ n, exercise }: Props) {
  const { t } = useTranslation('admission');
  return (
    <Page
      title={t('areas.practice')}
      note={
        <>
          <AdmissionAreas />
          {t('practice.note')}
        </>
      }
    >
      {exercise ? (
        <ExerciseView key={exercise.requestId} exercise={exercise} />
      ) : (
        <Text c="dimmed">{t(n > 0 ? 'practice.over' : 'practice.none')}</Text>
      )}
      {exercise || n > 0 ? <NextLink n={exercise ? nextExercise(n) : 0} /> : null}
    </Page>
  );
}

function NextLink({ n }: { n: number }) {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  return (
    <div>
      <Button component={Link} to={`${home}/admission/practice?n=${n}`} variant="default">
        {t('practice.next')}
      </Button>
    </div>
  );
}

function ExerciseView({ exercise }: { exercise: Exercise }) {
  const { t } = useTranslation('admission');
  const { carrier, wish, item, line } = exercise;
  return (
    <div className={styles.sheet}>
      <p className={styles.body}>{t(`practice.wish.${wish}`, { item })}</p>
      <PracticeLineFacts carrier={carrier} line={line} />
      <PracticeDialog exercise={exercise} />
    </div>
  );
}
