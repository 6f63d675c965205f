import { Alert, Button, Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation, useRevalidator, useSearchParams } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import styles from './cabinet.module.css';
import { CabinetPage } from './cabinet-page.tsx';
import { CaseRating } from './case-rating.tsx';
import type { OwnCase } from './read-case.ts';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

type Props = { conversation: OwnCase; formToken: string; answer: unknown };

/** A conversation: what was said, and a field to go on. */
export function CasePage({ conversation, formToken, answer }: Props) {
  const { t } = useTranslation('cabinet');
  const { home, name } = useCabinet();
  const [asked] = useSearchParams();
  const { id, number, subject, state, kind, messages, isRatable, stars } = conversation;
  const thanks = asked.get('thanks');
  useNews();
  return (
    <CabinetPage
      title={subject}
      note={`${t(kind === 'complaint' ? 'case.complaintNumber' : 'case.number', { number })} · ${t(`case.state.${state}`)}`}
      back={{ to: `${home}/cases`, label: t('nav.cases') }}
    >
      {thanks === 'complaint' || thanks === 'case' ? (
        <Alert color="green" role="status">
          {t(`case.thanks.${thanks}`)}
        </Alert>
      ) : null}
      <ol className={styles.talk} aria-label={t('case.talk')}>
        {messages.map((message) => (
          <Message key={message.id} message={message} company={name} />
        ))}
      </ol>
      {isRatable ? <CaseRating conversation={conversation} /> : null}
      {stars === null ? null : (
        <p className={styles.quiet} role="status">
          {t('rating.rated', { count: stars })}
        </p>
      )}
      <Reply key={sentToken(answer)} state={state} formToken={formToken} answer={answer} />
      {kind === 'complaint' ? null : (
        <Form method="post" action={`${home}/cases/${id}/complaint`} className={styles.aloud}>
          <input type="hidden" name="formToken" value={formToken} />
          <span className={styles.quiet}>{t('case.unhappy')}</span>
          <Button type="submit" variant="default" size="sm">
            {t('case.complain')}
          </Button>
        </Form>
      )}
    </CabinetPage>
  );
}

/** Which message was sent last: its field is emptied by it, and by nothing that comes meanwhile. */
function sentToken(answer: unknown): string {
  const isSent = typeof answer === 'object' && answer !== null && 'sent' in answer;
  return isSent ? String(answer.sent) : 'draft';
}

function Message({ message, company }: { message: OwnCase['messages'][number]; company: string }) {
  const { t } = useTranslation('cabinet');
  const { format } = useCabinet();
  const isOurs = message.kind === 'reply';
  return (
    <li className={styles.message} data-ours={isOurs}>
      <div className={styles.small}>
        {isOurs ? company : t('case.you')} · {format.moment(message.at)}
      </div>
      <div className={styles.body}>{message.body}</div>
    </li>
  );
}

type ReplyProps = { state: OwnCase['state']; formToken: string; answer: unknown };

function Reply({ state, formToken, answer }: ReplyProps) {
  const { t } = useTranslation('cabinet');
  const fault = useCabinetFaults(answer);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" className={styles.form} noValidate>
      <input type="hidden" name="formToken" value={formToken} />
      <FormAlert text={fault('form')} />
      <Textarea
        name="words"
        size="lg"
        label={t(state === 'closed' ? 'case.afterClosed' : 'case.reply')}
        error={fault('words')}
        autosize
        minRows={3}
        maxRows={12}
      />
      <Button type="submit" size="md" loading={isBusy}>
        {t('case.send')}
      </Button>
    </Form>
  );
}

const lookEveryMs = 20_000;

/** Looks for a reply now and then while the page is before somebody. */
function useNews() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && state === 'idle') void revalidate();
    };
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [revalidate, state]);
}
