import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { ArticleBody } from './article-body.tsx';
import { BodyField, CarrierField } from './article-fields.tsx';
import styles from './knowledge.module.css';
import type { ArticleDetail } from './read-knowledge.ts';

type Props = { article: ArticleDetail['article'] | null; answer: unknown };

/** How an agent would word it; a lead decides. */
export function SuggestionEditor({ article, answer }: Props) {
  const { t } = useTranslation('knowledge');
  const fault = useFaults(answer);
  const [body, setBody] = useState(article?.body ?? '');
  return (
    <div className={styles.editor}>
      <Form method="post" className={styles.fields}>
        <h1 className={styles.title}>{t(article ? 'form.suggestTitle' : 'form.suggestNewTitle')}</h1>
        <p className={styles.side}>{t('form.suggestNote')}</p>
        <FormAlert text={fault('form')} />
        <TextInput
          name="title"
          label={t('form.title')}
          defaultValue={article?.title ?? ''}
          error={fault('title')}
          maxLength={200}
          required
        />
        <CarrierField value={article?.carrier ?? ''} error={fault('carrier')} />
        <BodyField value={body} onChange={setBody} error={fault('body')} />
        <TextInput name="note" label={t('form.note')} error={fault('note')} maxLength={300} />
        <Button type="submit">{t('form.send')}</Button>
      </Form>
      <section aria-label={t('form.preview')}>
        <p className={styles.side}>{t('form.preview')}</p>
        <div className={styles.preview}>
          <ArticleBody text={body} />
        </div>
      </section>
    </div>
  );
}
