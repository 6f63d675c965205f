import { Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import { slaTreatments } from './incident.ts';
import type { countFitting } from './read-incidents.ts';

type Topic = { id: string; parentId: string | null; title: string };

type Props = { topics: Topic[]; formToken: string; answer: unknown };

/** Declares an incident, and says while it is filled in how many open cases it would gather. */
export function DeclareForm({ topics, formToken, answer }: Props) {
  const { t } = useTranslation('incident');
  const fault = useFaults(answer);
  const { ask, fitting } = useFitting();
  // The page is read again while it stands: this form stays the same one.
  const [token] = useState(formToken);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Form
      method="post"
      noValidate
      style={{ display: 'contents' }}
      onChange={(event) => ask(event.currentTarget)}
    >
      <input type="hidden" name="formToken" value={token} />
      <FormAlert text={fault('form')} />
      <TextInput name="title" label={t('name')} description={t('nameHint')} error={fault('title')} />
      <Textarea
        name="banner"
        rows={2}
        label={t('banner')}
        description={t('bannerHint')}
        error={fault('banner')}
      />
      <MatchFields topics={topics} fault={fault} />
      <Text size="xs" c="dimmed" aria-live="polite">
        {fitting ? t(fitting.isWhole ? 'fits' : 'fitsNewest', { count: fitting.count }) : t('matchHint')}
      </Text>
      <NativeSelect
        name="slaTreatment"
        label={t('treatment')}
        data={slaTreatments.map((value) => ({ value, label: t(`treatments.${value}`) }))}
      />
      <TextInput
        name="started"
        type="datetime-local"
        label={t('started')}
        description={t('startedHint')}
        error={fault('started')}
      />
      <Button type="submit" color="red" loading={isBusy}>
        {t('declare')}
      </Button>
    </Form>
  );
}

function MatchFields({ topics, fault }: { topics: Topic[]; fault: (field: string) => string | undefined }) {
  const { t } = useTranslation('incident');
  const { carriers } = useDesk();
  const carrierChoices = Object.entries(carriers).map(([value, label]) => ({ value, label }));
  const topicChoices = topics
    .filter(({ parentId }) => parentId !== null)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <NativeSelect
        name="carrier"
        label={t('carrier')}
        data={[{ value: '', label: t('anyCarrier') }, ...carrierChoices]}
      />
      <NativeSelect
        name="topicId"
        label={t('topic')}
        data={[{ value: '', label: t('anyTopic') }, ...topicChoices]}
      />
      <TextInput
        name="words"
        label={t('words')}
        description={t('wordsHint')}
        error={fault('words')}
        autoComplete="off"
      />
      <TextInput name="optionCode" label={t('optionCode')} autoComplete="off" />
    </>
  );
}

const pauseMs = 300;
type Fitting = Awaited<ReturnType<typeof countFitting>>;

function useFitting() {
  const { home } = useDesk();
  const { data, load } = useLoaded<Fitting>();
  const ask = useDebouncedCallback((form: HTMLFormElement) => {
    const fields = new FormData(form);
    const asked = new URLSearchParams();
    for (const name of ['carrier', 'topicId', 'words', 'optionCode']) {
      const value = fields.get(name);
      if (typeof value === 'string' && value !== '') asked.set(name, value);
    }
    if (asked.size > 0) void load(`${home}/incidents/fitting?${asked}`);
  }, pauseMs);
  return { ask, fitting: data ?? null };
}
