import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { formatMsisdn } from '#app/features/subscriber/phone.ts';
import { askedKinds } from './asked-kinds.ts';
import styles from './cabinet.module.css';
import { CabinetPage } from './cabinet-page.tsx';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

type NewCase = { lines: { id: string; msisdn: string }[]; formToken: string };

/** Writes to us: a question, a trouble, a complaint. */
export function NewCasePage({ form, answer }: { form: NewCase; answer: unknown }) {
  const { t } = useTranslation('cabinet');
  const { home } = useCabinet();
  const [asked] = useSearchParams();
  const fault = useCabinetFaults(answer);
  const isBusy = useNavigation().state !== 'idle';
  const isComplaint = asked.get('kind') === 'complaint';
  const lines = form.lines.map(({ id, msisdn }) => ({ value: id, label: formatMsisdn(msisdn) }));
  return (
    <CabinetPage
      title={t(isComplaint ? 'case.complain' : 'case.write')}
      note={t(isComplaint ? 'case.complaintNote' : 'case.writeNote')}
      back={{ to: `${home}/cases`, label: t('nav.cases') }}
    >
      <Form method="post" className={styles.form} noValidate>
        <input type="hidden" name="formToken" value={form.formToken} />
        <FormAlert text={fault('form')} />
        <NativeSelect
          name="kind"
          size="lg"
          label={t('case.kindLabel')}
          defaultValue={isComplaint ? 'complaint' : 'question'}
          error={fault('kind')}
          data={askedKinds.map((kind) => ({ value: kind, label: t(`case.kind.${kind}`) }))}
        />
        <NativeSelect
          name="lineId"
          size="lg"
          label={t('case.lineLabel')}
          defaultValue={lines.length === 1 ? lines[0]?.value : ''}
          data={[{ value: '', label: t('case.noLine') }, ...lines]}
        />
        <TextInput
          name="subject"
          size="lg"
          label={t('case.subject')}
          error={fault('subject')}
          maxLength={200}
        />
        <Textarea
          name="words"
          size="lg"
          label={t('case.words')}
          error={fault('words')}
          autosize
          minRows={5}
          maxRows={14}
        />
        <Button type="submit" size="lg" loading={isBusy}>
          {t('case.send')}
        </Button>
      </Form>
    </CabinetPage>
  );
}
