import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ContractEditor } from './contract-editor.tsx';
import type { readContract } from './read-contract.ts';

type ContractPageProps = Awaited<ReturnType<typeof readContract>>;

/** The contract with the client company, as a table to change. */
export function ContractPage(props: ContractPageProps) {
  const { t } = useTranslation('sla');
  const { slug } = useDesk().workplace;
  return (
    <Page title={t('contract.title')} back={{ to: `/t/${slug}/plan/sla`, label: t('page.title') }}>
      {props.calendars.length === 0 ? <Text>{t('page.noCalendars')}</Text> : <ContractEditor {...props} />}
    </Page>
  );
}
