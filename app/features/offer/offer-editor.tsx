import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { offerKinds } from './offer.ts';
import { blankDraft, draftOf, type Giving, givings, type OfferDraft, sentOffer } from './offer-draft.ts';
import type { CatalogueOffer } from './read-catalogue.ts';

type Props = { offer: CatalogueOffer | null; onClose(): void; onChanged(offer: CatalogueOffer): void };

/** An offer to be written down, or the next wording of one. */
export function OfferEditor({ offer, onClose, onChanged }: Props) {
  const { t } = useTranslation('offer');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const notify = useNotice();
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<OfferDraft>(() => (offer ? draftOf(offer) : blankDraft));
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told and closed once, by the answer
  useEffect(() => {
    if (!isDone) return;
    if (offer) onChanged(offer);
    else notify(t('saved'));
    onClose();
  }, [isDone]);
  const fields = { draft, fault, set: (over: Partial<OfferDraft>) => setDraft({ ...draft, ...over }) };
  return (
    <Dialog title={t(offer ? 'changeTitle' : 'add')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { id, replaces: offer?.id ?? null, ...sentOffer(draft) };
          void fetcher.submit(body, { method: 'post', encType: 'application/json' });
        }}
      >
        <FormAlert text={fault('form')} />
        {offer ? (
          <Text size="xs" c="dimmed">
            {t('changeNote')}
          </Text>
        ) : null}
        <SayingFields {...fields} />
        <GivingFields {...fields} />
        <RuleFields {...fields} />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('form.save')}
        </Button>
      </Stack>
    </Dialog>
  );
}

type FieldsProps = {
  draft: OfferDraft;
  set(over: Partial<OfferDraft>): void;
  fault(field: string): string | undefined;
};

function SayingFields({ draft, set, fault }: FieldsProps) {
  const { t } = useTranslation('offer');
  return (
    <>
      <NativeSelect
        label={t('form.kind')}
        value={draft.kind}
        onChange={(event) =>
          set({ kind: offerKinds.find((one) => one === event.currentTarget.value) ?? 'save' })
        }
        data={offerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextInput
        data-autofocus
        label={t('form.name')}
        maxLength={120}
        value={draft.name}
        error={fault('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t('form.words')}
        description={t('form.wordsHint')}
        autosize
        minRows={2}
        maxLength={1000}
        value={draft.words}
        error={fault('words')}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
    </>
  );
}

function GivingFields({ draft, set, fault }: FieldsProps) {
  const { t } = useTranslation('offer');
  const hasCode = draft.giving !== 'credit' && draft.giving !== 'other';
  return (
    <>
      <NativeSelect
        label={t('form.gives')}
        value={draft.giving}
        onChange={(event) => set({ giving: event.currentTarget.value as Giving })}
        data={givings.map((value) => ({ value, label: t(`form.giving.${value}`) }))}
      />
      {hasCode ? (
        <TextInput
          label={t('form.code')}
          value={draft.code}
          error={fault('optionCode') ?? fault('tariffCode')}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
      ) : null}
      {draft.giving === 'other' ? (
        <TextInput
          label={t('form.task')}
          value={draft.task}
          error={fault('task')}
          onChange={(event) => set({ task: event.currentTarget.value })}
        />
      ) : null}
      {draft.giving === 'credit' ? (
        <Figure
          label={t('form.credit')}
          value={draft.creditRoubles}
          fault={fault('creditKopecks')}
          onChange={(creditRoubles) => set({ creditRoubles })}
        />
      ) : null}
      <Group grow align="flex-start">
        <Figure
          label={t('form.cost')}
          value={draft.costRoubles}
          fault={fault('costKopecks')}
          onChange={(costRoubles) => set({ costRoubles })}
        />
        <Figure
          label={t('form.budget')}
          value={draft.budgetRoubles}
          fault={fault('budgetKopecks')}
          onChange={(budgetRoubles) => set({ budgetRoubles })}
        />
      </Group>
    </>
  );
}

function RuleFields({ draft, set, fault }: FieldsProps) {
  const { t } = useTranslation('offer');
  const { carriers } = useDesk();
  return (
    <>
      <Checkbox.Group
        label={t('form.carriers')}
        description={t('form.carriersHint')}
        value={draft.carriers}
        onChange={(chosen) => set({ carriers: chosen })}
      >
        <Group gap="md" mt={4}>
          {Object.entries(carriers).map(([value, label]) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        label={t('form.tariffs')}
        description={t('form.tariffsHint')}
        value={draft.tariffs}
        error={fault('tariffs')}
        onChange={(event) => set({ tariffs: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Figure
          label={t('form.tenure')}
          value={draft.tenureAtLeast}
          fault={fault('tenureAtLeast')}
          onChange={(tenureAtLeast) => set({ tenureAtLeast })}
        />
        <Figure
          label={t('form.times')}
          value={draft.timesALine}
          fault={fault('timesALine')}
          onChange={(timesALine) => set({ timesALine })}
        />
        <Figure
          label={t('form.every')}
          value={draft.everyDays}
          fault={fault('everyDays')}
          onChange={(everyDays) => set({ everyDays })}
        />
      </Group>
    </>
  );
}

type FigureProps = { label: string; value: number; fault: string | undefined; onChange(value: number): void };

function Figure({ label, value, fault, onChange }: FigureProps) {
  return (
    <NumberInput
      label={label}
      min={0}
      hideControls
      value={value}
      error={fault}
      onChange={(changed) => onChange(Number(changed))}
    />
  );
}
