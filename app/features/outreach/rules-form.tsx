import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { ContactRules } from './contact-facts.ts';
import { lawfulLimits } from './contact-sources.ts';
import { LimitTable } from './limit-table.tsx';
import { type LegalMode, legalModes } from './outreach.ts';
import type { ContactRulesInput } from './set-contact-rules.ts';

const longestLabel = 32;

type Props = { current: ContactRules | null; today: string };

/** Sets other rules from a day on. */
export function RulesForm({ current, today }: Props) {
  const { t } = useTranslation('outreach');
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [draft, setDraft] = useState(() => draftOf(current, today));
  const edit = (over: Partial<ContactRulesInput>) => setDraft({ ...draft, ...over });
  const isSaved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  const field = (name: 'registerNumber' | 'creditorName' | 'creditorPhone' | 'callLabel') => ({
    label: t(name),
    value: draft[name],
    error: fault(name),
    maw: 420,
    onChange: (event: { currentTarget: { value: string } }) => edit({ [name]: event.currentTarget.value }),
  });
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault();
        void fetcher.submit(draft, { method: 'post', encType: 'application/json' });
      }}
    >
      <FormAlert text={fault('form')} />
      <Section title={t('who')} note={t('modeSource')}>
        <Radio.Group
          aria-label={t('who')}
          value={draft.mode}
          onChange={(mode) => edit({ mode: mode as LegalMode })}
        >
          <Stack gap="xs">
            {legalModes.map((mode) => (
              <Radio key={mode} value={mode} label={t(`mode.${mode}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {draft.mode === 'registered' ? <TextInput {...field('registerNumber')} /> : null}
        <TextInput {...field('creditorName')} description={t('creditorSource')} />
        <TextInput {...field('creditorPhone')} type="tel" />
        <TextInput
          {...field('callLabel')}
          description={t('callLabelNote', { count: [...draft.callLabel].length, max: longestLabel })}
        />
      </Section>
      <Section title={t('limits')} note={t('lawfulRead')}>
        <LimitTable limits={draft.limits} onChange={(limits) => edit({ limits })} fault={fault} />
      </Section>
      <Group align="end">
        <TextInput
          type="date"
          label={t('effectiveFrom')}
          min={today}
          value={draft.effectiveFrom}
          error={fault('effectiveFrom')}
          onChange={(event) => edit({ effectiveFrom: event.currentTarget.value })}
        />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('save')}
        </Button>
        <Text span size="sm" role="status">
          {isSaved ? t('saved') : ''}
        </Text>
      </Group>
    </Stack>
  );
}

function draftOf(current: ContactRules | null, effectiveFrom: string): ContactRulesInput {
  return {
    effectiveFrom,
    mode: current?.mode ?? 'neither',
    registerNumber: current?.registerNumber ?? '',
    creditorName: current?.creditorName ?? '',
    creditorPhone: current?.creditorPhone ?? '',
    callLabel: current?.callLabel ?? '',
    limits: current?.limits ?? lawfulLimits,
  };
}
