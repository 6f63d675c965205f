import { Alert, Button, FileInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { readTextFile } from '#app/features/batch/read-text-file.ts';
import { ComparedText } from '#app/features/knowledge/compared-text.tsx';
import styles from './admission.module.css';
import type { ShownQuestionPlan } from './import-questions.ts';
import type { ImportFault } from './plan-question-import.ts';

/** A table is chosen, what it would change is shown, and only then it is written. */
export function QuestionImportPage() {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  const [text, setText] = useState('');
  const planning = useFetcher<{ plan?: ShownQuestionPlan }>();
  const applying = useFetcher<{ done?: { count: number } }>();
  const [planFault, applyFault] = [useFaults(planning.data), useFaults(applying.data)];
  const send = (fetcher: { submit: typeof planning.submit }, path: string, body: Record<string, string>) => {
    const action = `${home}/admission/questions/${path}`;
    void fetcher.submit(body, { method: 'post', encType: 'application/json', action });
  };
  const choose = async (file: File | null) => {
    const read = file ? await readTextFile(file) : '';
    setText(read);
    if (read) send(planning, 'import/plan', { text: read });
  };
  const plan = applying.data?.done ? null : (planning.data?.plan ?? null);
  return (
    <Page
      title={t('import.title')}
      note={t('import.note')}
      back={{ to: `${home}/admission/questions`, label: t('form.back') }}
    >
      <Stack gap="sm" maw={720}>
        <FileInput
          label={t('import.file')}
          description={t('import.format')}
          placeholder={t('import.choose')}
          classNames={{ placeholder: styles.quiet }}
          accept=".csv"
          onChange={(file) => void choose(file)}
        />
        <FormAlert text={planFault('form') ?? planFault('text') ?? applyFault('form')} />
        {applying.data?.done ? (
          <Alert color="green" role="status">
            {t('import.done', applying.data.done)}
          </Alert>
        ) : null}
      </Stack>
      {plan && text ? (
        <Plan
          plan={plan}
          isBusy={applying.state !== 'idle'}
          onApply={() => send(applying, 'import', { text, fingerprint: plan.fingerprint })}
        />
      ) : null}
    </Page>
  );
}

function Plan({ plan, isBusy, onApply }: { plan: ShownQuestionPlan; isBusy: boolean; onApply(): void }) {
  const { t } = useTranslation('admission');
  return (
    <Stack gap="sm" maw={720}>
      {plan.faults.length > 0 ? <Faults faults={plan.faults} /> : null}
      {plan.same > 0 ? <Text c="dimmed">{t('import.same', { count: plan.same })}</Text> : null}
      {plan.changes.length === 0 ? (
        <Text>{t('import.nothing')}</Text>
      ) : (
        <div>
          <Button loading={isBusy} onClick={onApply}>
            {t('import.apply', { count: plan.changes.length })}
          </Button>
        </div>
      )}
      {plan.changes.map(({ row, isNew, text }) => (
        <details key={row} open={plan.changes.length <= 5}>
          <summary>{t(isNew ? 'import.new' : 'import.changed', { row })}</summary>
          <ComparedText stretches={text} />
        </details>
      ))}
    </Stack>
  );
}

const faultCodes = ['columns', 'carrier', 'article', 'words', 'twice', 'broken'] as const;

function Faults({ faults }: { faults: ImportFault[] }) {
  const { t } = useTranslation('admission');
  const codeOf = (code: string) => faultCodes.find((one) => one === code) ?? 'words';
  return (
    <Alert color="red" title={t('import.faults')}>
      <ul>
        {faults.map(({ row, code, detail }) => (
          <li key={`${row} ${code}`}>{t(`import.fault.${codeOf(code)}`, { row, detail })}</li>
        ))}
      </ul>
    </Alert>
  );
}
