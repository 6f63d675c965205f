import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import type { BulkDeed } from '#app/features/case/bulk-deed.ts';
import { priorities } from '#app/features/case/case.ts';
import { groupTopics } from '#app/features/case/topic-choices.ts';
import { useCaseChoices } from '#app/features/case/use-case-choices.ts';

type DialogProps = {
  type: 'assign' | 'priority' | 'topic' | 'solve';
  count: number;
  onClose(): void;
  onStart(what: string, deed: BulkDeed): void;
};

/** What is chosen for many cases, said once more in full before it begins. */
export function BulkDialog({ type, count, onClose, onStart }: DialogProps) {
  const { t } = useTranslation('case');
  const { options, told } = useOptions(type);
  const [value, setValue] = useState<string | null>(null);
  const wanted = type === 'solve' ? told(null) : value === null ? null : told(value);
  return (
    <Dialog title={t('bulk.preview')} onClose={onClose} size="sm">
      <Stack gap="sm">
        {options ? (
          <Select
            data-autofocus
            searchable
            label={t(`bulk.${type}`)}
            placeholder={t('pick.search')}
            data={options}
            value={value}
            onChange={setValue}
          />
        ) : null}
        <Text fw={600}>{wanted ? t('bulk.will', { what: wanted.what, count }) : null}</Text>
        <Group justify="flex-end">
          <Button disabled={!wanted} onClick={() => wanted && onStart(wanted.what, wanted.deed)}>
            {t('bulk.start')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

const nobody = '-';

function useOptions(type: DialogProps['type']) {
  const { t } = useTranslation('case');
  const { colleagues, topics } = useCaseChoices();
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  const ranks = priorities.map((value) => ({ value, label: t(`priority.${value}`) }));
  const nameIn = (all: readonly { value: string; label: string }[], value: string | null) =>
    all.find((one) => one.value === value)?.label ?? '';
  switch (type) {
    case 'assign':
      return {
        options: [{ value: nobody, label: t('pick.nobody') }, ...people],
        told: (value: string | null) =>
          told(
            value === nobody
              ? t('bulk.deed.release')
              : t('bulk.deed.assign', { name: nameIn(people, value) }),
            { type, userId: value === nobody ? null : value },
          ),
      };
    case 'priority':
      return {
        options: ranks,
        told: (value: string | null) => {
          const priority = priorities.find((one) => one === value) ?? 'normal';
          return told(t('bulk.deed.priority', { name: nameIn(ranks, priority) }), { type, priority });
        },
      };
    case 'topic': {
      const groups = groupTopics(topics);
      const all = groups.flatMap(({ items }) => items);
      return {
        options: groups,
        told: (value: string | null) =>
          told(t('bulk.deed.topic', { name: nameIn(all, value) }), { type, topicId: value ?? '' }),
      };
    }
    case 'solve':
      return { options: null, told: () => told(t('bulk.deed.solve'), { type }) };
  }
}

function told(what: string, deed: BulkDeed) {
  return { what, deed };
}
