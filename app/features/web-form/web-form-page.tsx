import { Alert, Anchor, Button, Textarea, TextInput } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { PageTitle } from '#app/components/page-title.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import styles from './web-form.module.css';

type OpenForm = {
  name: string;
  colour: string;
  locale: 'ru' | 'en';
  formToken: string;
  troubles: { id: string; banner: string }[];
};

/** The public form of a client company: no desk around it, no names in it but the company's own. */
export function WebFormPage({ form, answer }: { form: OpenForm; answer: unknown }) {
  const { t } = useTranslation('channel');
  const { name, colour, locale } = form;
  const other = locale === 'ru' ? 'en' : 'ru';
  const sent = sentNumber(answer);
  return (
    <div className={styles.page} lang={locale} style={{ '--client-colour': colour } as CSSProperties}>
      <PageTitle name={t('form.title')} />
      <div className={styles.bar} />
      <main className={styles.main}>
        <div className={styles.head}>
          <span className={styles.brand}>{name}</span>
          <Anchor href={`?lang=${other}`} lang={other} size="sm">
            {t('form.language')}
          </Anchor>
        </div>
        <section className={styles.card}>
          {sent === null ? <Fields form={form} answer={answer} /> : <Sent number={sent} locale={locale} />}
        </section>
      </main>
    </div>
  );
}

function sentNumber(answer: unknown): number | null {
  const isSent = typeof answer === 'object' && answer !== null && 'number' in answer;
  return isSent ? Number(answer.number) : null;
}

function Sent({ number, locale }: { number: number; locale: string }) {
  const { t } = useTranslation('channel');
  return (
    <>
      <h1 className={styles.title} role="status">
        {t('form.sent', { number })}
      </h1>
      <p className={styles.quiet}>{t('form.sentNote')}</p>
      <Anchor href={`?lang=${locale}`}>{t('form.another')}</Anchor>
    </>
  );
}

function Fields({ form, answer }: { form: OpenForm; answer: unknown }) {
  const { t } = useTranslation('channel');
  const fault = useFaults(answer);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <>
      <h1 className={styles.title}>{t('form.title')}</h1>
      <p className={styles.quiet}>{t('form.about')}</p>
      {form.troubles.map(({ id, banner }) => (
        <Alert key={id} color="yellow" p="xs" title={t('form.incident')}>
          {banner}
        </Alert>
      ))}
      <Form method="post" encType="multipart/form-data" noValidate style={{ display: 'contents' }}>
        <input type="hidden" name="formToken" value={form.formToken} />
        <FormAlert text={fault('form')} />
        <TextInput name="name" label={t('form.name')} error={fault('name')} autoComplete="name" required />
        <div className={styles.pair}>
          <TextInput
            name="email"
            type="email"
            label={t('form.email')}
            description={t('form.emailHint')}
            error={fault('email')}
            autoComplete="email"
          />
          <TextInput
            name="phone"
            type="tel"
            label={t('form.phone')}
            description={t('form.phoneHint')}
            error={fault('phone')}
            autoComplete="tel"
          />
        </div>
        <TextInput name="subject" label={t('form.subject')} error={fault('subject')} required />
        <Textarea
          name="words"
          label={t('form.words')}
          description={t('form.wordsHint')}
          error={fault('words')}
          autosize
          minRows={5}
          maxRows={16}
          required
        />
        <Files fault={fault('file')} />
        <label className={styles.trap} aria-hidden>
          {t('form.website')}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
        <Button type="submit" loading={isBusy}>
          {t('form.send')}
        </Button>
      </Form>
    </>
  );
}

function Files({ fault }: { fault: string | undefined }) {
  const { t } = useTranslation('channel');
  return (
    <div>
      <label className={styles.label} htmlFor="form-files">
        {t('form.files')}
      </label>
      <div className={styles.hint} id="form-files-hint">
        {t('form.filesHint')}
      </div>
      <input
        id="form-files"
        type="file"
        name="file"
        multiple
        aria-describedby="form-files-hint form-files-fault"
        aria-invalid={fault !== undefined}
      />
      <div className={styles.fault} id="form-files-fault" role="alert">
        {fault}
      </div>
    </div>
  );
}
