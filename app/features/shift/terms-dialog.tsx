import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { AvailableTimes } from './available-times.tsx';
import type { TermsView } from './read-plan-settings.ts';
import { type AvailableTime, type Protection, protectionKinds } from './shift.ts';

type Props = { person: TermsView['people'][number]; timeZone: string; onClose(): void };
const usual = {
  weekMinutesMin: 2160,
  weekMinutesMax: 2400,
  accountingMonths: 3,
  maxDayMinutes: 660,
  nightConsent: false,
};

/** One person's terms of work. Hours as people say them, kept as minutes. */
export function TermsDialog({ person: { userId, name, terms }, timeZone, onClose }: Props) {
  const { t } = useTranslation('shift');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [draft, setDraft] = useState({
    ...usual,
    timeZone,
    protections: [] as Protection[],
    available: [] as AvailableTime[],
    hiredOn: '',
    endsOn: null as string | null,
    ...(terms ?? {}),
  });
  const isSaved = typeof fetcher.data === 'object' && fetcher.data !== null && 'done' in fetcher.data;
  useEffect(() => {
    if (isSaved) onClose();
  }, [isSaved, onClose]);
  const change = (by: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...by }));
  const hours = (field: 'weekMinutesMin' | 'weekMinutesMax' | 'maxDayMinutes') => (
    <NumberInput
      label={t(`terms.${field}`)}
      value={draft[field] / 60}
      step={0.5}
      min={0}
      max={168}
      error={fault(field)}
      onChange={(value) => change({ [field]: Math.round(Number(value) * 60) })}
    />
  );
  const save = () => {
    const {
      weekMinutesMin,
      weekMinutesMax,
      maxDayMinutes,
      accountingMonths,
      nightConsent,
      protections,
      available,
      hiredOn,
      endsOn,
    } = draft;
    const sent = {
      userId,
      timeZone: draft.timeZone,
      weekMinutesMin,
      weekMinutesMax,
      maxDayMinutes,
      accountingMonths,
      nightConsent,
      protections,
      available,
      hiredOn,
      endsOn,
    };
    void fetcher.submit(sent, { method: 'post', encType: 'application/json' });
  };
  return (
    <Dialog title={name} onClose={onClose} holdsWork>
      <Stack gap="sm">
        <FormAlert text={fault('form')} />
        <Group grow>
          {hours('weekMinutesMin')}
          {hours('weekMinutesMax')}
        </Group>
        <Group grow align="start">
          {hours('maxDayMinutes')}
          <NumberInput
            label={t('terms.accountingMonths')}
            description={t('terms.accountingHint')}
            value={draft.accountingMonths}
            min={0}
            max={12}
            allowDecimal={false}
            onChange={(value) => change({ accountingMonths: Number(value) })}
          />
        </Group>
        <TextInput
          label={t('terms.zone')}
          value={draft.timeZone}
          error={fault('timeZone')}
          onChange={(event) => change({ timeZone: event.currentTarget.value })}
        />
        <Group grow>
          <TextInput
            type="date"
            label={t('terms.hiredOn')}
            value={draft.hiredOn}
            error={fault('hiredOn')}
            onChange={(event) => change({ hiredOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('terms.endsOn')}
            value={draft.endsOn ?? ''}
            onChange={(event) => change({ endsOn: event.currentTarget.value || null })}
          />
        </Group>
        <AvailableTimes
          times={draft.available}
          fault={fault}
          onChange={(available) => change({ available })}
        />
        <Protections
          list={draft.protections}
          fault={fault('document')}
          onChange={(protections) => change({ protections })}
        />
        <Checkbox
          label={t('terms.nightConsent')}
          description={t('terms.nightConsentHint')}
          checked={draft.nightConsent}
          onChange={(event) => change({ nightConsent: event.currentTarget.checked })}
        />
        <Button onClick={save} loading={fetcher.state !== 'idle'}>
          {t('terms.save')}
        </Button>
      </Stack>
    </Dialog>
  );
}

type ProtectionsProps = {
  list: readonly Protection[];
  fault: string | undefined;
  onChange(list: Protection[]): void;
};

function Protections({ list, fault, onChange }: ProtectionsProps) {
  const { t } = useTranslation('shift');
  const change = (at: number, by: Partial<Protection>) =>
    onChange(list.map((one, place) => (place === at ? { ...one, ...by } : one)));
  return (
    <Stack gap="xs">
      {list.map((one, place) => (
        <Group key={one.kind} gap="xs" align="end">
          <NativeSelect
            label={t('terms.protection')}
            value={one.kind}
            onChange={(event) =>
              change(place, {
                kind: protectionKinds.find((kind) => kind === event.currentTarget.value) ?? one.kind,
              })
            }
            data={protectionKinds.map((kind) => ({ value: kind, label: t(`protection.${kind}`) }))}
          />
          <TextInput
            type="date"
            label={t('terms.until')}
            value={one.until ?? ''}
            onChange={(event) => change(place, { until: event.currentTarget.value || null })}
          />
          <TextInput
            label={t('terms.document')}
            value={one.document}
            error={fault}
            onChange={(event) => change(place, { document: event.currentTarget.value })}
          />
          <Button variant="subtle" onClick={() => onChange(list.filter((_, other) => other !== place))}>
            {t('terms.removeProtection')}
          </Button>
        </Group>
      ))}
      <Button
        variant="default"
        onClick={() => onChange([...list, { kind: freeKind(list), until: null, document: '' }])}
      >
        {t('terms.addProtection')}
      </Button>
    </Stack>
  );
}

const freeKind = (list: readonly Protection[]) =>
  protectionKinds.find((kind) => list.every((one) => one.kind !== kind)) ?? 'pregnant';
