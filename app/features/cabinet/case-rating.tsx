import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import ratingStyles from '#app/features/rating/rating-page.module.css';
import styles from './cabinet.module.css';
import type { OwnCase } from './read-case.ts';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

const stars = [1, 2, 3, 4, 5];
const degrees = Array.from({ length: 11 }, (_, degree) => String(degree));

/** How was it: asked once, where a case is solved. */
export function CaseRating({ conversation }: { conversation: OwnCase }) {
  const { t } = useTranslation('rating');
  const { home } = useCabinet();
  const fetcher = useFetcher();
  const fault = useCabinetFaults(fetcher.data);
  const [chosen, setChosen] = useState(0);
  return (
    <fetcher.Form
      method="post"
      action={`${home}/cases/${conversation.id}/rating`}
      className={styles.card}
      noValidate
    >
      <FormAlert text={fault('form') ?? fault('stars')} />
      <fieldset className={ratingStyles.stars}>
        <legend className={styles.heading}>{t('title')}</legend>
        {stars.map((count) => (
          <label key={count} data-lit={count <= chosen}>
            <input
              type="radio"
              name="stars"
              value={count}
              aria-label={t('star', { count })}
              onChange={() => setChosen(count)}
            />
            <span aria-hidden>{count <= chosen ? '★' : '☆'}</span>
          </label>
        ))}
      </fieldset>
      {chosen === 0 ? null : (
        <div className={styles.form}>
          <Textarea name="word" size="lg" label={t('word')} maxLength={500} rows={2} error={fault('word')} />
          {conversation.asksRecommendation ? (
            <NativeSelect name="recommends" size="lg" label={t('recommends')} data={['', ...degrees]} />
          ) : null}
          <Button type="submit" size="md" loading={fetcher.state !== 'idle'}>
            {t('send')}
          </Button>
        </div>
      )}
    </fetcher.Form>
  );
}
