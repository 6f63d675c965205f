import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import styles from './admission.module.css';
import { questionKinds } from './admission.ts';
import { KeyFields } from './question-key-fields.tsx';
import { type EditedQuestion, useQuestionForm } from './use-question-form.ts';

type Props = {
  /** `null`: a new one. */
  known: { question: EditedQuestion; version: number } | null;
  topics: string[];
  articles: { id: string; title: string }[];
};

/** The words of a question, how it is answered, and what is right. */
export function QuestionEditor({ known, topics, articles }: Props) {
  const { t } = useTranslation('admission');
  const { form, set, save, fetcher } = useQuestionForm(known);
  const fault = useFaults(fetcher.data);
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormAlert text={fault('form')} />
      <Range form={form} set={set} topics={topics} fault={fault} />
      <Textarea
        label={t('form.body')}
        value={form.body}
        onChange={(event) => set({ body: event.currentTarget.value })}
        error={fault('body')}
        autosize
        minRows={2}
        maxLength={1000}
        required
      />
      <KeyFields form={form} set={set} fault={fault} />
      <Textarea
        label={t('form.explanation')}
        description={t('form.explanationHint')}
        value={form.explanation}
        onChange={(event) => set({ explanation: event.currentTarget.value })}
        error={fault('explanation')}
        autosize
        minRows={2}
        maxLength={2000}
        required
      />
      <NativeSelect
        label={t('form.article')}
        description={t('form.articleHint')}
        value={form.articleId ?? ''}
        onChange={(event) => set({ articleId: event.currentTarget.value || null })}
        error={fault('articleId')}
        data={[
          { value: '', label: t('form.noArticle') },
          ...articles.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <div>
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t(known ? 'form.save' : 'form.create')}
        </Button>
      </div>
    </form>
  );
}

type PartProps = {
  form: EditedQuestion;
  set(part: Partial<EditedQuestion>): void;
  fault: ReturnType<typeof useFaults>;
};

function Range({ form, set, topics, fault }: PartProps & { topics: string[] }) {
  const { t } = useTranslation('admission');
  const { carriers } = useDesk();
  return (
    <div className={styles.pair}>
      <TextInput
        label={t('form.topic')}
        description={t('form.topicHint')}
        list="admission-topics"
        value={form.topic}
        onChange={(event) => set({ topic: event.currentTarget.value })}
        error={fault('topic')}
        maxLength={80}
        required
      />
      <datalist id="admission-topics">
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <NativeSelect
        label={t('form.carrier')}
        description=" "
        value={form.carrier ?? ''}
        onChange={(event) => set({ carrier: event.currentTarget.value || null })}
        error={fault('carrier')}
        data={[
          { value: '', label: t('questions.everyCarrier') },
          ...Object.entries(carriers).map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        label={t('form.kind')}
        description=" "
        value={form.kind}
        onChange={(event) =>
          set({ kind: questionKinds.find((kind) => kind === event.currentTarget.value) ?? 'one' })
        }
        data={questionKinds.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
      />
    </div>
  );
}
