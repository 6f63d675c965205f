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
import { Restored } from './restored.tsx';
import { useArticleDraft } from './use-article-draft.ts';

type Article = ArticleDetail['article'];

/** The words of an article beside what will be read. What was typed and not saved is there again. */
export function ArticleEditor({ article, answer }: { article: Article | null; answer: unknown }) {
  const { t } = useTranslation('knowledge');
  const draft = useArticleDraft(article);
  const first = firstValues(article, draft.restored?.values);
  const [body, setBody] = useState<string | null>(null);
  const text = body ?? first('body');
  const discard = () => {
    setBody(null);
    draft.discard();
  };
  return (
    <div className={styles.editor}>
      <Form key={draft.turn} method="post" className={styles.fields} onInput={draft.keep}>
        <h1 className={styles.title}>{t(article ? 'form.editTitle' : 'form.newTitle')}</h1>
        {draft.restored ? (
          <Restored savedAt={draft.restored.savedAt} isOld={draft.isOld} onDiscard={discard} />
        ) : null}
        {article ? <input type="hidden" name="version" value={draft.version ?? ''} /> : null}
        <Fields first={first} answer={answer} body={text} onBody={setBody} />
        <Button type="submit">{t(article ? 'form.save' : 'form.create')}</Button>
      </Form>
      <section aria-label={t('form.preview')}>
        <p className={styles.side}>{t('form.preview')}</p>
        <div className={styles.preview}>
          <ArticleBody text={text} />
        </div>
      </section>
    </div>
  );
}

type FieldName = 'title' | 'slug' | 'keywords' | 'carrier' | 'body' | 'note' | TermName | 'isRequired';
type First = (name: FieldName) => string;

/** What each field begins with: what was restored, else the article. */
function firstValues(article: Article | null, restored?: Record<string, string>): First {
  return (name) => {
    if (restored) return restored[name] ?? '';
    if (name === 'note') return '';
    if (name === 'isRequired') return article?.isRequired ? 'on' : '';
    const value = article?.[name];
    return value instanceof Date ? dayOf(value) : (value ?? '');
  };
}

type FieldsProps = { first: First; answer: unknown; body: string; onBody(text: string): void };

function Fields({ first, answer, body, onBody }: FieldsProps) {
  const { t } = useTranslation('knowledge');
  const fault = useFaults(answer);
  return (
    <>
      <FormAlert text={fault('form')} />
      <TextInput
        name="title"
        label={t('form.title')}
        defaultValue={first('title')}
        error={fault('title')}
        maxLength={200}
        required
      />
      <Names first={first} fault={fault} />
      <BodyField value={body} onChange={onBody} error={fault('body')} />
      <Terms first={first} fault={fault} />
      <TextInput
        name="note"
        label={t('form.note')}
        defaultValue={first('note')}
        error={fault('note')}
        maxLength={300}
      />
    </>
  );
}

type PartProps = { first: First; fault: ReturnType<typeof useFaults> };

function Names({ first, fault }: PartProps) {
  const { t } = useTranslation('knowledge');
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          name="slug"
          label={t('form.slug')}
          description={t('form.slugHint')}
          defaultValue={first('slug')}
          error={fault('slug')}
          maxLength={40}
          required
        />
        <CarrierField value={first('carrier')} error={fault('carrier')} />
      </div>
      <TextInput
        name="keywords"
        label={t('form.keywords')}
        description={t('form.keywordsHint')}
        defaultValue={first('keywords')}
        error={fault('keywords')}
        maxLength={500}
      />
    </>
  );
}

const termNames = ['validFrom', 'validUntil', 'reviewAt'] as const;
type TermName = (typeof termNames)[number];
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

function Terms({ first, fault }: PartProps) {
  const { t } = useTranslation('knowledge');
  return (
    <>
      <div className={styles.pair}>
        {termNames.map((name) => (
          <TextInput
            key={name}
            type="date"
            name={name}
            label={t(`form.${name}`)}
            defaultValue={first(name)}
            error={fault(name)}
            required={name === 'reviewAt'}
          />
        ))}
      </div>
      <Checkbox name="isRequired" label={t('form.isRequired')} defaultChecked={first('isRequired') !== ''} />
    </>
  );
}
