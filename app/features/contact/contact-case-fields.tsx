import { Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { caseKinds } from '#app/features/case/case.ts';
import type { ContactValues } from './contact-values.ts';

type FieldsProps = {
  values: ContactValues;
  fault(field: string): string | undefined;
  onChange(some: Partial<ContactValues>): void;
};
const opensNew = 'new';

/** Which case it joins, or what the new one is about; and what was said. */
export function ContactCaseFields({ values, fault, onChange }: FieldsProps) {
  const { t } = useTranslation('case');
  const cases = values.caller?.cases ?? [];
  return (
    <>
      {cases.length > 0 ? (
        <Radio.Group
          label={t('contact.case')}
          value={values.caseId ?? opensNew}
          onChange={(value) => onChange({ caseId: value === opensNew ? null : value })}
        >
          <Stack gap={6} mt={4}>
            {cases.slice(0, 5).map(({ id, number, subject }) => (
              <Radio key={id} value={id} label={t('contact.join', { number, subject })} />
            ))}
            <Radio value={opensNew} label={t('contact.openNew')} />
          </Stack>
        </Radio.Group>
      ) : null}
      {values.caseId === null ? (
        <>
          <Select
            allowDeselect={false}
            label={t('contact.kind')}
            data={caseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={values.kind}
            onChange={(value) => onChange({ kind: caseKinds.find((one) => one === value) ?? 'question' })}
          />
          <TextInput
            name="subject"
            label={t('contact.subject')}
            value={values.subject}
            error={fault('subject')}
            onChange={(event) => onChange({ subject: event.currentTarget.value })}
          />
        </>
      ) : null}
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        name="words"
        label={t('contact.words')}
        value={values.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
    </>
  );
}
