import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { ArticleBody } from './article-body.tsx';
import { BodyField, CarrierField } from './article-fields.tsx';
import styles from './knowledge.module.css';
import type { ArticleDetail } from './read-knowledge.ts';

type Article = ArticleDetail['article'];

/** The words of an article beside what will be read. */
export function ArticleEditor({ article, answer }: { article: Article | null; answer: unknown }) {
  const { t } = useTranslation('knowledge');
  const fault = useFaults(answer);
  const [body, setBody] = useState(article?.body ?? '');
  return (
    <div className={styles.editor}>
      <Form method="post" className={styles.fields}>
        <h1 className={styles.title}>{t(article ? 'form.editTitle' : 'form.newTitle')}</h1>
        <FormAlert text={fault('form')} />
        {article ? <input type="hidden" name="version" value={article.version} /> : null}
        <TextInput
          name="title"
          label={t('form.title')}
          defaultValue={article?.title ?? ''}
          error={fault('title')}
          maxLength={200}
          required
        />
        <Names article={article} fault={fault} />
        <BodyField value={body} onChange={setBody} error={fault('body')} />
        <Terms article={article} fault={fault} />
        <TextInput name="note" label={t('form.note')} error={fault('note')} maxLength={300} />
        <Button type="submit">{t(article ? 'form.save' : 'form.create')}</Button>
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

type PartProps = { article: Article | null; fault: ReturnType<typeof useFaults> };

function Names({ article, fault }: PartProps) {
  const { t } = useTranslation('knowledge');
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          name="slug"
          label={t('form.slug')}
          description={t('form.slugHint')}
          defaultValue={article?.slug ?? ''}
          error={fault('slug')}
          maxLength={40}
          required
        />
        <CarrierField value={article?.carrier ?? ''} error={fault('carrier')} />
      </div>
      <TextInput
        name="keywords"
        label={t('form.keywords')}
        description={t('form.keywordsHint')}
        defaultValue={article?.keywords ?? ''}
        error={fault('keywords')}
        maxLength={500}
      />
    </>
  );
}

const dayOf = (at: Date | null | undefined) => at?.toISOString().slice(0, 10) ?? '';

function Terms({ article, fault }: PartProps) {
  const { t } = useTranslation('knowledge');
  return (
    <>
      <div className={styles.pair}>
        {(['validFrom', 'validUntil', 'reviewAt'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            name={name}
            label={t(`form.${name}`)}
            defaultValue={dayOf(article?.[name])}
            error={fault(name)}
            required={name === 'reviewAt'}
          />
        ))}
      </div>
      <Checkbox
        name="isRequired"
        label={t('form.isRequired')}
        defaultChecked={article?.isRequired ?? false}
      />
    </>
  );
}
