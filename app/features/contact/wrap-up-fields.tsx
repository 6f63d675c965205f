import { Checkbox, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCaseChoices } from '#app/features/case/use-case-choices.ts';
import { contactResults } from './contact.ts';
import type { ContactValues } from './contact-values.ts';

type FieldsProps = { values: ContactValues; onChange(some: Partial<ContactValues>): void };

/** How it ended, about what in two levels, and whether it was solved at once. */
export function WrapUpFields({ values, onChange }: FieldsProps) {
  const { t } = useTranslation('case');
  const { topics } = useCaseChoices();
  const chosen = topics.find(({ id }) => id === values.topicId);
  const groupId = chosen?.parentId ?? chosen?.id ?? null;
  const options = (parentId: string | null) =>
    topics
      .filter((topic) => topic.parentId === parentId)
      .map(({ id, title }) => ({ value: id, label: title }));
  const inGroup = groupId ? options(groupId) : [];
  return (
    <>
      <Group grow align="flex-end">
        <Select
          clearable
          searchable
          label={t('contact.group')}
          data={options(null)}
          value={groupId}
          onChange={(topicId) => onChange({ topicId })}
        />
        <Select
          clearable
          searchable
          disabled={inGroup.length === 0}
          label={t('contact.topic')}
          data={inGroup}
          value={chosen?.parentId ? chosen.id : null}
          onChange={(topicId) => onChange({ topicId: topicId ?? groupId })}
        />
      </Group>
      <Group grow align="flex-end">
        <Select
          clearable
          label={t('contact.result')}
          placeholder={t('contact.later')}
          data={contactResults.map((value) => ({ value, label: t(`result.${value}`) }))}
          value={values.result}
          onChange={(value) => {
            const result = contactResults.find((one) => one === value) ?? null;
            onChange({ result, isSolvedAtFirst: result === 'solved' });
          }}
        />
        <Checkbox
          mb={6}
          disabled={values.result === null}
          label={t('contact.atFirst')}
          checked={values.isSolvedAtFirst}
          onChange={(event) => onChange({ isSolvedAtFirst: event.currentTarget.checked })}
        />
      </Group>
    </>
  );
}
