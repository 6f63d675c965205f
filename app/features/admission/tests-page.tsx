import { Badge, Button, Group, NumberInput, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import styles from './admission.module.css';
import type { TestInput } from './admission.ts';
import { AdmissionAreas } from './admission-areas.tsx';
import type { CarrierTest } from './read-tests.ts';

/** What has to be passed for each carrier. */
export function TestsPage({ tests }: { tests: CarrierTest[] }) {
  const { t } = useTranslation('admission');
  return (
    <Page
      title={t('tests.title')}
      note={
        <>
          <AdmissionAreas />
          {t('tests.note')}
        </>
      }
    >
      {tests.map((one) => (
        <TestSection key={`${one.carrier} ${one.test?.version ?? 0}`} {...one} />
      ))}
    </Page>
  );
}

function TestSection(shown: CarrierTest) {
  const { t } = useTranslation('admission');
  const { carrierTitle } = useDesk();
  const { carrier, test, topics } = shown;
  const said = test ? t('tests.version', { version: test.version }) : t('tests.unset');
  return (
    <Section title={carrierTitle(carrier)}>
      <Group gap="xs">
        <Text c="dimmed">{said}</Text>
        {test?.isOn ? null : <Badge color="gray">{t('tests.off')}</Badge>}
      </Group>
      {topics.length === 0 ? <Text c="dimmed">{t('tests.noQuestions')}</Text> : <TestForm {...shown} />}
    </Section>
  );
}

const unset: TestInput = {
  parts: [],
  minutes: 15,
  passPercent: 80,
  coolOffHours: 24,
  validDays: 180,
  graceDays: 7,
  isOn: false,
};
const figures = ['minutes', 'passPercent', 'coolOffHours', 'validDays', 'graceDays'] as const;

function TestForm({ carrier, test, topics }: CarrierTest) {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [form, setForm] = useState(() => termsOf(test));
  const countOf = (topic: string) => form.parts.find((part) => part.topic === topic)?.count ?? 0;
  const setCount = (topic: string, count: number) => {
    const others = form.parts.filter((part) => part.topic !== topic);
    setForm({ ...form, parts: count > 0 ? [...others, { topic, count }] : others });
  };
  const save = () => {
    const action = `${home}/admission/tests/${carrier}`;
    void fetcher.submit(form, { method: 'post', action, encType: 'application/json' });
  };
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormAlert text={fault('form') ?? fault('parts')} />
      <Text>{t('tests.parts')}</Text>
      <div className={styles.pair}>
        {topics.map(({ topic, inBank }) => (
          <NumberInput
            key={topic}
            label={topic}
            description={t('tests.inBank', { count: inBank })}
            min={0}
            max={Math.min(50, inBank)}
            value={countOf(topic)}
            onChange={(value) => setCount(topic, Number(value))}
          />
        ))}
      </div>
      <div className={styles.pair}>
        {figures.map((name) => (
          <NumberInput
            key={name}
            label={t(`tests.${name}`)}
            min={0}
            value={form[name]}
            error={fault(name)}
            onChange={(value) => setForm({ ...form, [name]: Number(value) })}
          />
        ))}
      </div>
      <Group gap="md">
        <Switch
          label={t('tests.on')}
          checked={form.isOn}
          onChange={(event) => setForm({ ...form, isOn: event.currentTarget.checked })}
        />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('tests.save')}
        </Button>
      </Group>
    </form>
  );
}

function termsOf(test: CarrierTest['test']): TestInput {
  if (!test) return unset;
  const { parts, minutes, passPercent, coolOffHours, validDays, graceDays, isOn } = test;
  return { parts, minutes, passPercent, coolOffHours, validDays, graceDays, isOn };
}
