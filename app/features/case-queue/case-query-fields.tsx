import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { caseKinds, caseStates } from '#app/features/case/case.ts';
import type { CaseQuery } from '#app/features/case/case-query.ts';
import { groupTopics } from '#app/features/case/topic-choices.ts';
import { useCaseChoices } from '#app/features/case/use-case-choices.ts';

type FieldsProps = { query: CaseQuery; onChange(change: Partial<CaseQuery>): void };

/** The queue's conditions, each one choice. */
export function CaseQueryFields({ query, onChange }: FieldsProps) {
  const { t } = useTranslation('case');
  const { carriers } = useDesk();
  const { colleagues, topics } = useCaseChoices();
  const shared = { clearable: true, w: 260, comboboxProps: { withinPortal: false } };
  return (
    <Stack gap={6}>
      <Select
        {...shared}
        label={t('list.column.state')}
        placeholder={t('list.open')}
        data={caseStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={query.states.length === 1 ? (query.states[0] ?? null) : null}
        onChange={(value) => onChange({ states: caseStates.filter((state) => state === value) })}
      />
      <Select
        {...shared}
        searchable
        label={t('list.column.agent')}
        placeholder={t('list.anyAgent')}
        data={[
          { value: 'me', label: t('list.me') },
          { value: 'nobody', label: t('list.nobody') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={query.assignee}
        onChange={(assignee) => onChange({ assignee })}
      />
      <Select
        {...shared}
        label={t('list.column.clock')}
        placeholder={t('list.anyDue')}
        data={(['breached', 'risk'] as const).map((value) => ({ value, label: t(`list.${value}`) }))}
        value={query.due}
        onChange={(value) => onChange({ due: value === 'breached' || value === 'risk' ? value : null })}
      />
      <Select
        {...shared}
        label={t('head.kind')}
        placeholder={t('list.anyKind')}
        data={caseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={query.kind}
        onChange={(value) => onChange({ kind: caseKinds.find((kind) => kind === value) ?? null })}
      />
      <Select
        {...shared}
        label={t('list.column.carrier')}
        placeholder={t('list.anyCarrier')}
        data={Object.entries(carriers).map(([value, label]) => ({ value, label }))}
        value={query.carrier}
        onChange={(carrier) => onChange({ carrier })}
      />
      <Select
        {...shared}
        searchable
        label={t('head.topic')}
        placeholder={t('list.anyTopic')}
        data={groupTopics(topics)}
        value={query.topicId}
        onChange={(topicId) => onChange({ topicId })}
      />
    </Stack>
  );
}
