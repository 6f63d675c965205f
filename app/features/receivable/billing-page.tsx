import { Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { LetterSection } from '#app/features/outreach/letter-section.tsx';
import type { readLetters } from '#app/features/outreach/read-letters.ts';
import { BalancePulls } from './balance-pulls.tsx';
import { BillingUpload } from './billing-upload.tsx';
import type { BillingOverview } from './read-billing.ts';
import { WaitingRejects } from './waiting-rejects.tsx';

type BillingView = BillingOverview & { letters: Awaited<ReturnType<typeof readLetters>> };

/** The files of the client's billing: sending one, the rows that wait for a person, and what was sent before. */
export function BillingPage({ files, waiting, balances, letters }: BillingView) {
  const { t } = useTranslation('receivable');
  return (
    <Page title={t('billing.title')} note={t('billing.note')}>
      <BillingUpload />
      {waiting.length > 0 ? (
        <Section title={t('billing.waiting')} note={t('billing.waitingNote')}>
          <WaitingRejects waiting={waiting} />
        </Section>
      ) : null}
      <LetterSection letters={letters} />
      {balances.length > 0 ? <BalancePulls balances={balances} /> : null}
      <Section title={t('billing.files')}>
        {files.length === 0 ? (
          <NothingHere text={t('billing.noFiles')} hint={t('billing.noFilesHint')} />
        ) : (
          <FileTable files={files} />
        )}
      </Section>
    </Page>
  );
}

function FileTable({ files }: Pick<BillingOverview, 'files'>) {
  const { t } = useTranslation('receivable');
  return (
    <Wide label={t('billing.files')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('billing.file')}</Table.Th>
            <Table.Th>{t('billing.at')}</Table.Th>
            <Table.Th ta="right">{t('billing.rows')}</Table.Th>
            <Table.Th ta="right">{t('billing.booked')}</Table.Th>
            <Table.Th ta="right">{t('billing.known')}</Table.Th>
            <Table.Th ta="right">{t('billing.waits')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function FileRow({ file }: { file: BillingOverview['files'][number] }) {
  const { t } = useTranslation('receivable');
  const { format, workplace } = useDesk();
  const rejects = `/t/${workplace.slug}/plan/debt/billing/${file.id}/rejects`;
  return (
    <Table.Tr>
      <Table.Td>
        {file.name} · {t(`billing.content.${file.content}`)}
      </Table.Td>
      <Table.Td>{[format.moment(file.at), file.byName].filter(Boolean).join(', ')}</Table.Td>
      <Table.Td ta="right">{file.rows > 0 ? format.count(file.rows) : <Unfinished file={file} />}</Table.Td>
      <Table.Td ta="right">{format.count(file.booked)}</Table.Td>
      <Table.Td ta="right">{format.count(file.known)}</Table.Td>
      <Table.Td ta="right">
        {file.rejects > 0 ? (
          <a href={rejects} download>
            {t('billing.download', { count: file.rejects })}
          </a>
        ) : (
          '—'
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** A file that is being booked, with how far it came; or one that was stopped. */
function Unfinished({ file }: { file: BillingOverview['files'][number] }) {
  const { t } = useTranslation('receivable');
  const { format, workplace } = useDesk();
  const far = { gone: format.count(file.gone), total: format.count(file.total) };
  if (!file.isBooking) return t(file.total > 0 ? 'billing.stopped' : 'billing.cutOff', far);
  return (
    <Stack gap={4} align="flex-end">
      <Text size="sm" role="status">
        {t('billing.booking', far)}
      </Text>
      <Progress
        w={160}
        value={(100 * file.gone) / Math.max(1, file.total)}
        aria-label={t('billing.progress')}
      />
      <ActionButton
        action={`/t/${workplace.slug}/plan/debt/billing/${file.id}/stop`}
        label={t('billing.stop')}
        confirm={t('billing.stopConfirm')}
        variant="subtle"
      />
    </Stack>
  );
}
