import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { GuestPage } from '#app/components/guest-page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import styles from './rating-page.module.css';

type Asked = {
  name: string;
  colour: string;
  locale: 'ru' | 'en';
  /** `null`: why it cannot be rated stands in `refused`. */
  about: { number: number; subject: string; asksRecommendation: boolean } | null;
  refused: 'rated-already' | 'rating-too-early' | null;
};

const stars = [1, 2, 3, 4, 5];
const degrees = Array.from({ length: 11 }, (_, degree) => String(degree));

/** How was it: the page that a mail leads to. */
export function RatingPage({ asked, answer }: { asked: Asked; answer: unknown }) {
  const { t } = useTranslation('rating');
  const isRated = typeof answer === 'object' && answer !== null && 'rated' in answer;
  const said = isRated ? t('thanks') : asked.refused ? t(asked.refused) : null;
  return (
    <GuestPage
      name={asked.name}
      colour={asked.colour}
      locale={asked.locale}
      what={t('title')}
      title={said ?? t('title')}
    >
      {!said && asked.about ? <Fields about={asked.about} answer={answer} /> : null}
    </GuestPage>
  );
}

function Fields({ about, answer }: { about: NonNullable<Asked['about']>; answer: unknown }) {
  const { t } = useTranslation('rating');
  const fault = useFaults(answer);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" noValidate style={{ display: 'contents' }}>
      <p className={styles.quiet}>{t('about', about)}</p>
      <FormAlert text={fault('form') ?? fault('stars')} />
      <Stars />
      <Textarea
        name="word"
        label={t('word')}
        description={t('wordHint')}
        maxLength={500}
        rows={3}
        error={fault('word')}
      />
      {about.asksRecommendation ? (
        <NativeSelect name="recommends" label={t('recommends')} data={['', ...degrees]} />
      ) : null}
      <Button type="submit" loading={isBusy}>
        {t('send')}
      </Button>
    </Form>
  );
}

function Stars() {
  const { t } = useTranslation('rating');
  const [chosen, setChosen] = useState(0);
  return (
    <fieldset className={styles.stars}>
      <legend>{t('stars')}</legend>
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
      <span className={styles.quiet}>
        1 — {t('bad')}, 5 — {t('good')}
      </span>
    </fieldset>
  );
}
