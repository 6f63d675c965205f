import { Anchor, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page } from '#app/components/page.tsx';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { AccuracySection } from './accuracy-section.tsx';
import { CorrectionSection } from './correction-section.tsx';
import { CourseSection } from './course-section.tsx';
import styles from './forecast-page.module.css';
import { MarkSection } from './mark-section.tsx';
import { NeedSection } from './need-section.tsx';
import type { ForecastView } from './read-forecast-page.ts';
import { TermsSection } from './terms-section.tsx';
import { useQueueName } from './use-queue-name.ts';
import { WhatIfSection } from './what-if-section.tsx';
import { WorkImport } from './work-import.tsx';

/** What will come to a queue, how many are needed for it, and what both are reckoned from. */
export function ForecastPage({ view }: { view: ForecastView }) {
  const { t } = useTranslation('workload');
  return (
    <Page title={t('title')} note={t('note')}>
      {view.queue === null ? (
        <NothingHere text={t('nothing')} hint={t('nothingHint')} />
      ) : (
        <>
          <Choice view={view} />
          <CourseSection view={view} />
          <NeedSection view={view} />
          <WhatIfSection view={view} />
          <CorrectionSection view={view} key={`${view.queue} ${view.on}`} />
          <MarkSection view={view} />
          <TermsSection view={view} key={view.queue} />
          <AccuracySection view={view} />
        </>
      )}
      {view.mayWrite ? <WorkImport /> : null}
    </Page>
  );
}

function Choice({ view: { queues, queue, on, span } }: { view: ForecastView }) {
  const { t } = useTranslation('workload');
  const nameOf = useQueueName();
  const [asked, setAsked] = useSearchParams();
  const ask = (name: string, value: string) => {
    const next = new URLSearchParams(asked);
    next.set(name, value);
    return next;
  };
  const step = span === 'week' ? 7 : 1;
  return (
    <div className={styles.bar}>
      <NativeSelect
        label={t('queue')}
        value={queue ?? ''}
        data={queues.map((one) => ({ value: one, label: nameOf(one) }))}
        onChange={(event) => setAsked(ask('queue', event.currentTarget.value))}
      />
      <TextInput
        type="date"
        label={t('on')}
        value={on}
        onChange={(event) => event.currentTarget.value && setAsked(ask('on', event.currentTarget.value))}
      />
      <SegmentedControl
        aria-label={t('span.label')}
        value={span}
        data={[
          { value: 'day', label: t('span.day') },
          { value: 'week', label: t('span.week') },
        ]}
        onChange={(value) => setAsked(ask('span', value))}
      />
      <Anchor component={Link} to={`?${ask('on', addDays(on, -step))}`}>
        ← {t('before')}
      </Anchor>
      <Anchor component={Link} to={`?${ask('on', addDays(on, step))}`}>
        {t('after')} →
      </Anchor>
    </div>
  );
}
