import { Button, Group, MultiSelect, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { caseKinds } from '#app/features/case/case.ts';
import { channels } from '#app/features/contact/contact.ts';
import { overdueBuckets } from '#app/features/debt-board/overdue-buckets.ts';
import { mostMetrics, type OwnStep, ownDimensions, ownMetrics, ownSteps } from './own-report.ts';
import type { BuilderView } from './read-own-reports.ts';
import { useOwnWords } from './use-own-words.ts';

/** A tariff has no list to choose from. */
const filters = ownDimensions.filter((one) => one !== 'plan');
const names = ['by', 'of', 'key', 'from', 'to', 'count', 'unit', 'step'] as const;
type Name = (typeof names)[number];
type Fields = Record<Name, string> & { metrics: string[]; period: 'last' | 'dates' };

/** What is to be counted; it goes into the address, so that it can be sent to somebody and gone back to. */
export function BuilderForm({ view }: { view: BuilderView }) {
  const { t } = useTranslation(['own', 'report', 'metric']);
  const fault = useFaults(view.figures ? undefined : { faults: view.faults });
  const [search, setSearch] = useSearchParams();
  const [fields, setFields] = useState(() => fieldsOf(view));
  const change = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }));
  const none = { value: '', label: t('none') };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(searchOf(fields, search.get('report')));
  };
  return (
    <form onSubmit={submit} noValidate>
      <MultiSelect
        label={t('form.metrics')}
        description={t('form.metricsHint')}
        data={ownMetrics.map((value) => ({ value, label: t(`metric:${value}.title`) }))}
        value={fields.metrics}
        onChange={(metrics) => change({ metrics })}
        maxValues={mostMetrics}
        searchable
        hidePickedOptions
        maw={760}
        error={fault('metrics')}
      />
      <Group align="end" gap="sm" mt="xs">
        <NativeSelect
          size="sm"
          label={t('form.by')}
          data={[none, ...ownDimensions.map((value) => ({ value, label: t(`by.${value}`) }))]}
          value={fields.by}
          onChange={(event) => change({ by: event.currentTarget.value })}
          error={fault('by')}
        />
        <FilterFields view={view} fields={fields} change={change} fault={fault} />
        <PeriodFields fields={fields} change={change} fault={fault} />
        <NativeSelect
          size="sm"
          label={t('form.step')}
          data={[
            { value: '', label: t('step.none') },
            ...ownSteps.map((value) => ({ value, label: t(`step.${value}`) })),
          ]}
          value={fields.step}
          onChange={(event) => change({ step: event.currentTarget.value })}
          error={fault('step')}
        />
        <Button type="submit">{t('form.show')}</Button>
      </Group>
      <Text c="red" size="sm" role="alert">
        {fault('form')}
      </Text>
    </form>
  );
}

type PartProps = {
  fields: Fields;
  change(part: Partial<Fields>): void;
  fault(field: string): string | undefined;
};

/** One group alone: by what, and which. */
function FilterFields({ view, fields, change, fault }: PartProps & { view: BuilderView }) {
  const { t } = useTranslation(['own', 'report']);
  const { carriers } = useDesk();
  const { keyOf } = useOwnWords();
  const { of, key } = fields;
  const dimension = ownDimensions.find((one) => one === of);
  const listed: Record<(typeof ownDimensions)[number], readonly string[]> = {
    channel: channels,
    carrier: Object.keys(carriers),
    kind: caseKinds,
    hour: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
    age: ['0', '1', '3', '7', '14', '30'],
    bucket: overdueBuckets,
    plan: [],
    agent: [],
    topic: [],
  };
  const named = dimension === 'agent' || dimension === 'topic' ? view.choices[dimension] : [];
  const data = dimension
    ? [
        ...listed[dimension].map((value) => ({ value, label: keyOf(dimension, value) })),
        ...named.map(({ key: value, name }) => ({ value, label: name })),
        { value: '-', label: t('report:unknownKey') },
      ]
    : [];
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('form.of')}
        data={[
          { value: '', label: t('all') },
          ...filters.map((value) => ({ value, label: t(`report:key.${value}`) })),
        ]}
        value={of}
        onChange={(event) => change({ of: event.currentTarget.value, key: '' })}
      />
      {dimension ? (
        <NativeSelect
          size="sm"
          label={t('form.key')}
          data={[{ value: '', label: t('choose') }, ...data]}
          value={key}
          onChange={(event) => change({ key: event.currentTarget.value })}
          error={fault('key')}
        />
      ) : null}
    </>
  );
}

/** So many whole days, weeks or months before today, or dates. */
function PeriodFields({ fields, change, fault }: PartProps) {
  const { t } = useTranslation('own');
  const { period, count, unit, from, to } = fields;
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('form.period')}
        data={(['last', 'dates'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        value={period}
        onChange={(event) => change({ period: event.currentTarget.value === 'dates' ? 'dates' : 'last' })}
      />
      {period === 'last' ? (
        <>
          <NumberInput
            label={t('form.count')}
            w={80}
            min={1}
            max={400}
            value={count}
            onChange={(value) => change({ count: String(value) })}
            error={fault('count')}
          />
          <NativeSelect
            size="sm"
            label={t('form.unit')}
            data={ownSteps.map((value: OwnStep) => ({ value, label: t(`unit.${value}`) }))}
            value={unit}
            onChange={(event) => change({ unit: event.currentTarget.value })}
            error={fault('unit')}
          />
        </>
      ) : (
        (['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`form.${name}`)}
            value={name === 'from' ? from : to}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
            error={fault(name)}
          />
        ))
      )}
    </>
  );
}

function fieldsOf({ asked }: BuilderView): Fields {
  const { metrics, by, where, period, step } = asked;
  const told = { count: '4', unit: 'week', from: '', to: '', ...period };
  return {
    metrics,
    by: by ?? '',
    of: where?.dimension ?? '',
    key: where?.key ?? '',
    period: told.kind === 'dates' ? 'dates' : 'last',
    count: String(told.count),
    unit: told.unit,
    from: told.from,
    to: told.to,
    step: step ?? '',
  };
}

/** Only what is said: of the two ways to name a period, the one that is shown. */
function searchOf(fields: Fields, report: string | null): URLSearchParams {
  const unused: readonly Name[] = fields.period === 'last' ? ['from', 'to'] : ['count', 'unit'];
  const search = new URLSearchParams(fields.metrics.map((metric) => ['metric', metric]));
  for (const name of names) if (!unused.includes(name) && fields[name] !== '') search.set(name, fields[name]);
  if (report !== null) search.set('report', report);
  return search;
}
