import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import type { StaffingTerms } from '#app/features/staffing/terms.ts';
import type { ForecastView } from './read-forecast-page.ts';
import { useSend } from './use-send.ts';
import { isLive, partsOf } from './work-queue.ts';

type View = Extract<ForecastView, { points: unknown }>;
const ofLive = [
  'share',
  'targetS',
  'meanWaitS',
  'occupancy',
  'patienceS',
  'atOnce',
  'minimumAgents',
] as const;
const ofAll = ['shrinkage', 'handlingS'] as const;
const ofOffLine = ['dueMinutes'] as const;
type Field = (typeof ofLive | typeof ofAll | typeof ofOffLine)[number];

/** What is promised to the queue's callers and what its work is like. An empty field: not promised. */
export function TermsSection({ view: { queue, terms, mayWrite } }: { view: View }) {
  const { t } = useTranslation('workload');
  const { send, fault, isBusy, isDone } = useSend('terms');
  const [said, setSaid] = useState(fieldsOf(terms));
  const fields: readonly Field[] = isLive(partsOf(queue).channel)
    ? [...ofLive, ...ofAll]
    : [...ofAll, ...ofOffLine];
  return (
    <Section title={t('terms.title')} note={t('terms.note')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send({ queue, terms: termsOf(said) });
        }}
      >
        <FormAlert text={fault('form')} />
        <Group align="end" gap="sm">
          {fields.map((field) => (
            <TextInput
              key={field}
              type="number"
              step="any"
              w={190}
              label={t(`terms.${field}`)}
              value={said[field]}
              error={fault(field)}
              readOnly={!mayWrite}
              onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
            />
          ))}
          {mayWrite ? (
            <Button type="submit" variant="default" loading={isBusy}>
              {t('terms.save')}
            </Button>
          ) : null}
          <Text span size="sm" role="status">
            {isDone ? t('terms.saved') : ''}
          </Text>
        </Group>
      </form>
    </Section>
  );
}

/** Shares as per cent, what is not promised as an empty field. */
function fieldsOf({ withinTarget, ...terms }: StaffingTerms): Record<Field, string> {
  const text = (value: number | null | undefined, times = 1) =>
    value === null || value === undefined ? '' : String(Math.round(value * times * 10) / 10);
  return {
    share: text(withinTarget?.share, 100),
    targetS: text(withinTarget?.targetS),
    meanWaitS: text(terms.meanWaitS),
    occupancy: text(terms.occupancy, 100),
    patienceS: text(terms.patienceS),
    atOnce: text(terms.atOnce),
    dueMinutes: text(terms.dueMinutes),
    shrinkage: text(terms.shrinkage, 100),
    minimumAgents: text(terms.minimumAgents),
    handlingS: text(terms.handlingS),
  };
}

function termsOf(said: Record<Field, string>) {
  const number = (field: Field) => (said[field].trim() === '' ? null : Number(said[field].replace(',', '.')));
  const share = (field: Field) => {
    const percent = number(field);
    return percent === null ? null : percent / 100;
  };
  return {
    withinTarget: said.share.trim() === '' ? null : { share: share('share'), targetS: number('targetS') },
    meanWaitS: number('meanWaitS'),
    occupancy: share('occupancy'),
    patienceS: number('patienceS'),
    atOnce: number('atOnce'),
    shrinkage: share('shrinkage'),
    minimumAgents: number('minimumAgents'),
    handlingS: number('handlingS'),
    dueMinutes: number('dueMinutes'),
  };
}
