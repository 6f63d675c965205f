import { Alert, Button, Group, NativeSelect, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page } from '#app/components/page.tsx';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import styles from './admission.module.css';
import { AdmissionAreas } from './admission-areas.tsx';
import { nextExercise, practiceKinds, practiceResults } from './practice.ts';
import type { Exercise, PracticeOutcome } from './read-exercise.ts';

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
  const { carrierTitle } = useDesk();
  const { carrier, tariffName, wish, item } = exercise;
  return (
    <div className={styles.sheet}>
      <Text c="dimmed">
        {carrierTitle(carrier)}
        {tariffName ? `, ${t('practice.tariff', { name: tariffName })}` : null}
      </Text>
      <p className={styles.body}>{t(`practice.wish.${wish}`, { item: item || t('practice.unnamed') })}</p>
      <Choice requestId={exercise.requestId} />
    </div>
  );
}

function Choice({ requestId }: { requestId: string }) {
  const { t } = useTranslation(['admission', 'request']);
  const { home } = useDesk();
  const fetcher = useFetcher<{ done?: PracticeOutcome }>();
  const fault = useFaults(fetcher.data);
  const [kind, setKind] = useState('');
  const [result, setResult] = useState('');
  const show = () =>
    void fetcher.submit(
      { kind, result },
      { method: 'post', action: `${home}/admission/practice/${requestId}`, encType: 'application/json' },
    );
  const outcome = fetcher.data?.done;
  if (outcome) return <Outcome outcome={outcome} />;
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <FormAlert text={fault('form')} />
      <NativeSelect
        label={t('practice.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        error={fault('kind')}
        data={[
          { value: '', label: t('practice.choose') },
          ...practiceKinds.map((value) => ({ value, label: t(`request:kind.${value}`) })),
        ]}
        required
      />
      <Radio.Group label={t('practice.result')} value={result} onChange={setResult} error={fault('result')}>
        <Group gap="md" mt={4}>
          {practiceResults.map((value) => (
            <Radio key={value} value={value} label={t(`practice.results.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      <div>
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('practice.show')}
        </Button>
      </div>
    </form>
  );
}

const hourMs = 3_600_000;

function Outcome({ outcome }: { outcome: PracticeOutcome }) {
  const { t } = useTranslation(['admission', 'request']);
  const { failureText } = useCarrierWords();
  const { kind, item, result, failure, tookMs, isSameKind, isSameResult } = outcome;
  const isRight = isSameKind && isSameResult;
  const hours = Math.max(1, Math.round(tookMs / hourMs));
  return (
    <Alert
      color={isRight ? 'green' : 'orange'}
      role="status"
      title={t(isRight ? 'practice.same' : 'practice.differs')}
    >
      <Text>
        {t(`request:kind.${kind}`)}
        {item ? `: ${item}` : null}
      </Text>
      <Text>
        {t(`practice.results.${result}`)}
        {result === 'done'
          ? `, ${t(tookMs < hourMs ? 'practice.soon' : 'practice.took', { count: hours })}`
          : null}
      </Text>
      {failure ? <Text c="dimmed">{failureText(failure)}</Text> : null}
    </Alert>
  );
}
