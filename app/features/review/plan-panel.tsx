import { Button, Checkbox, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { channels } from '#app/features/contact/contact.ts';
import { type PlanDraft, planOf } from './plan-draft.ts';
import type { ReviewQueue } from './read-review-queue.ts';
import { subjectTypes } from './review.ts';
import { planRhythms, strata } from './sample-plan.ts';
import { sampleSize } from './sample-size.ts';

const selections = ['random', 'stratified', 'targeted'] as const;

/** Makes another plan. */
export function PlanPanel({ queue: { cards, colleagues } }: { queue: ReviewQueue }) {
  const { t } = useTranslation('review');
  const { workplace } = useDesk();
  const { submit, data, state } = useFetcher();
  const fault = useFaults(data);
  const [draft, setDraft] = useState<PlanDraft>({
    title: '',
    subjectType: 'case',
    selection: 'random',
    channel: '',
    agentId: '',
    isBlind: true,
    sizeBy: 'count',
    amount: 20,
    strata: ['agent'],
    cardId: cards[0]?.id ?? '',
    rhythm: '',
  });
  const edit = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }));
  const precisionText = usePrecisionText();
  const isStratified = draft.selection === 'stratified';
  return (
    <Panel title={t('newPlan')}>
      <FormAlert text={fault('form') ?? fault('size') ?? fault('other')} />
      <TextInput
        label={t('planTitle')}
        value={draft.title}
        maxLength={120}
        error={fault('title')}
        onChange={(event) => edit({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('of')}
        data={subjectTypes.map((value) => ({ value, label: t(`subject.${value}`) }))}
        value={draft.subjectType}
        onChange={(event) => edit({ subjectType: pick(subjectTypes, event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('selectionLabel')}
        data={selections.map((value) => ({ value, label: t(`selection.${value}`) }))}
        value={draft.selection}
        onChange={(event) => edit({ selection: pick(selections, event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('channel')}
        disabled={draft.subjectType === 'request'}
        data={[
          { value: '', label: t('anyChannel') },
          ...channels.map((value) => ({ value, label: t(`queue.${value}`) })),
        ]}
        value={draft.channel}
        onChange={(event) => edit({ channel: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('agent')}
        data={[
          { value: '', label: t('anyAgent') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.agentId}
        onChange={(event) => edit({ agentId: event.currentTarget.value })}
      />
      {isStratified ? (
        <Checkbox.Group
          label={t('strata.title')}
          value={draft.strata}
          onChange={(chosen) => edit({ strata: strata.filter((one) => chosen.includes(one)) })}
        >
          <Group gap={10} mt={4}>
            {strata.map((value) => (
              <Checkbox key={value} size="xs" value={value} label={t(`strata.${value}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : (
        <NativeSelect
          label={t('sizeBy')}
          data={(['count', 'margin'] as const).map((value) => ({ value, label: t(`sizes.${value}`) }))}
          value={draft.sizeBy}
          onChange={(event) =>
            edit({ sizeBy: pick(['count', 'margin'] as const, event.currentTarget.value) })
          }
        />
      )}
      <NumberInput
        label={t(isStratified ? 'perStratum' : 'amount')}
        description={isStratified || draft.sizeBy === 'count' ? null : precisionText(draft.amount)}
        value={draft.amount}
        min={1}
        error={fault('count') ?? fault('percent')}
        onChange={(amount) => edit({ amount: Number(amount) })}
      />
      <NativeSelect
        label={t('rhythm.label')}
        data={[
          { value: '', label: t('rhythm.none') },
          ...planRhythms.map((value) => ({ value, label: t(`rhythm.${value}`) })),
        ]}
        value={draft.rhythm}
        onChange={(event) => edit({ rhythm: pick(['', ...planRhythms] as const, event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('card')}
        data={cards.map(({ id, title }) => ({ value: id, label: title }))}
        value={draft.cardId}
        error={fault('cardId')}
        onChange={(event) => edit({ cardId: event.currentTarget.value })}
      />
      <Checkbox
        label={t('isBlind')}
        checked={draft.isBlind}
        onChange={(event) => edit({ isBlind: event.currentTarget.checked })}
      />
      <Button
        loading={state !== 'idle'}
        onClick={() =>
          submit(planOf(draft), {
            method: 'post',
            action: `/t/${workplace.slug}/lead/plans`,
            encType: 'application/json',
          })
        }
      >
        {t('make')}
      </Button>
    </Panel>
  );
}

/** What a margin costs, for some sizes of what is drawn from. */
function usePrecisionText() {
  const { t } = useTranslation('review');
  return (percent: number) => {
    if (!(percent >= 1 && percent <= 50)) return null;
    const [few, many] = [sampleSize(percent / 100, 100), sampleSize(percent / 100, 1000)];
    return t('precision', { few, many, most: sampleSize(percent / 100) });
  };
}

function pick<T extends string>(all: readonly [T, ...T[]], value: string): T {
  return all.find((one) => one === value) ?? all[0];
}
