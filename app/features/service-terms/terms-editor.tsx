import { Button, Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { TermsView } from './read-service-terms.ts';
import { firstParameters, type ServiceTerms } from './service-terms.ts';
import { settleMonth } from './settle-month.ts';
import { SettlementTable } from './settlement-table.tsx';
import { ThresholdRows } from './threshold-rows.tsx';

const first: ServiceTerms = {
  parameters: firstParameters,
  feeKopecks: 0,
  mostPenaltyPerMille: 100,
  mostBonusPerMille: 50,
  thresholds: [],
};
const parameters = ['answeredWithinS', 'shortAbandonS', 'repeatDays', 'chatFirstAnswerS'] as const;
const shownMonths = 12;

/** Other terms from a month on; what last month would have cost by them is reckoned as they are written. */
export function TermsEditor({ view }: { view: TermsView }) {
  const { t } = useTranslation('terms');
  const { workplace, format } = useDesk();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [terms, setTerms] = useState<ServiceTerms>(view.newest ?? first);
  const months = monthsToBegin(view);
  const [effectiveFrom, setFrom] = useState(months[0] ?? '');
  const [reason, setReason] = useState('');
  const isSaved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  const change = (part: Partial<ServiceTerms>) => setTerms((before) => ({ ...before, ...part }));
  const save = () =>
    void fetcher.submit(
      { effectiveFrom, terms, reason },
      {
        method: 'post',
        encType: 'application/json',
        action: `/t/${workplace.slug}/plan/service-terms/versions`,
      },
    );
  return (
    <>
      <Section title={t('editor.title')} note={t('editor.note')}>
        <FormAlert text={fault('form')} />
        <Group align="end">
          {parameters.map((name) => (
            <Whole
              key={name}
              label={t(`parameter.${name}`)}
              value={terms.parameters[name]}
              onChange={(value) => change({ parameters: { ...terms.parameters, [name]: value } })}
              error={fault(name)}
            />
          ))}
        </Group>
        <Group align="end">
          <Whole
            label={t('editor.fee')}
            value={terms.feeKopecks / 100}
            onChange={(value) => change({ feeKopecks: Math.round(value * 100) })}
            error={fault('feeKopecks')}
          />
          <Whole
            label={t('editor.mostPenalty')}
            value={terms.mostPenaltyPerMille / 10}
            onChange={(value) => change({ mostPenaltyPerMille: Math.round(value * 10) })}
            error={fault('mostPenaltyPerMille')}
          />
          <Whole
            label={t('editor.mostBonus')}
            value={terms.mostBonusPerMille / 10}
            onChange={(value) => change({ mostBonusPerMille: Math.round(value * 10) })}
            error={fault('mostBonusPerMille')}
          />
        </Group>
        <ThresholdRows thresholds={terms.thresholds} onChange={(thresholds) => change({ thresholds })} />
        <FormAlert text={fault('thresholds') ?? fault('bound') ?? fault('value')} />
        <Group align="end">
          <NativeSelect
            label={t('editor.from')}
            data={months.map((value) => ({ value, label: format.period(value, value) }))}
            value={effectiveFrom}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={fault('effectiveFrom')}
          />
          <TextInput
            label={t('editor.reason')}
            miw={280}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={fault('reason')}
          />
          <Button onClick={save} loading={fetcher.state !== 'idle'}>
            {t('editor.save')}
          </Button>
          <Text span size="sm" role="status">
            {isSaved ? t('editor.saved') : ''}
          </Text>
        </Group>
      </Section>
      <Section
        title={t('preview.title')}
        note={t('preview.note', { month: format.period(view.lastMonth.from, view.lastMonth.to) })}
      >
        {terms.thresholds.length === 0 ? (
          <Text c="dimmed">{t('preview.none')}</Text>
        ) : (
          <SettlementTable settlement={settleMonth(terms, view.figures)} feeKopecks={terms.feeKopecks} />
        )}
      </Section>
    </>
  );
}

type WholeProps = { label: string; value: number; error: string | undefined; onChange(value: number): void };

function Whole({ label, value, onChange, error }: WholeProps) {
  return (
    <NumberInput
      label={label}
      w={190}
      min={0}
      value={value}
      onChange={(next) => onChange(Number(next) || 0)}
      error={error}
      thousandSeparator=" "
    />
  );
}

/** This month and the next ones; the first terms of all may begin with a month that is over. */
function monthsToBegin({ today, versions }: Pick<TermsView, 'today' | 'versions'>): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const begin = (ahead: number) => new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10);
  const coming = Array.from({ length: shownMonths }, (_, ahead) => begin(ahead));
  const past = Array.from({ length: shownMonths * 2 }, (_, before) => begin(-before - 1));
  return versions.length === 0 ? [...coming, ...past] : coming;
}
