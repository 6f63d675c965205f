import { Alert, Button, FileInput, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { readTextFile } from '#app/features/batch/read-text-file.ts';
import { maskText } from '#app/features/subscriber/mask-personal.ts';
import { type BillingContent, billingContents } from './billing-row.ts';
import type { BillingFilePlan } from './plan-billing-file.ts';
import type { TakenFile } from './take-billing-file.ts';

/** A file is chosen, what it would book is shown, and only then it is booked. */
export function BillingUpload() {
  const { t } = useTranslation('receivable');
  const { workplace, format } = useDesk();
  const place = `/t/${workplace.slug}/plan/debt/billing`;
  const [content, setContent] = useState<BillingContent>('payments');
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const planning = useFetcher<{ done?: BillingFilePlan }>();
  const taking = useFetcher<{ done?: TakenFile }>();
  const [planFault, takeFault] = [useFaults(planning.data), useFaults(taking.data)];
  const send = (
    fetcher: { submit: typeof planning.submit },
    action: string,
    sent: typeof file,
    of = content,
  ) => {
    const options = { method: 'post', encType: 'application/json', action } as const;
    if (sent) void fetcher.submit({ content: of, ...sent }, options);
  };
  const choose = async (chosen: File | null) => {
    const read = chosen ? { name: chosen.name, text: await readTextFile(chosen) } : null;
    setFile(read);
    send(planning, `${place}/plan`, read);
  };
  const taken = taking.state === 'idle' ? taking.data?.done : undefined;
  const plan = taken || !file ? undefined : planning.data?.done;
  return (
    <Stack gap="sm" maw={720}>
      <NativeSelect
        label={t('billing.what')}
        value={content}
        onChange={(event) => {
          const chosen = event.currentTarget.value as BillingContent;
          setContent(chosen);
          send(planning, `${place}/plan`, file, chosen);
        }}
        data={billingContents.map((value) => ({ value, label: t(`billing.content.${value}`) }))}
      />
      <FileInput
        label={t('billing.file')}
        description={t('billing.format')}
        placeholder={t('billing.choose')}
        accept=".csv,.txt"
        onChange={(chosen) => void choose(chosen)}
      />
      <FormAlert text={planFault('file') ?? planFault('text') ?? planFault('form') ?? takeFault('form')} />
      {taken ? (
        <Alert color="green" role="status">
          {taken.state === 'taken'
            ? t('billing.again', { booked: taken.booked })
            : t('billing.sent', { total: format.count(taken.total) })}
        </Alert>
      ) : null}
      {plan ? (
        <PlannedFile plan={plan} isBusy={taking.state !== 'idle'} onTake={() => send(taking, place, file)} />
      ) : null}
    </Stack>
  );
}

type PlannedProps = { plan: BillingFilePlan; isBusy: boolean; onTake(): void };

function PlannedFile({ plan, isBusy, onTake }: PlannedProps) {
  const { t } = useTranslation('receivable');
  const { format } = useDesk();
  const { rows, booked, kopecks, known, rejected, takenAt } = plan;
  return (
    <Stack gap="xs">
      {takenAt ? <Alert>{t('billing.takenAt', { at: format.moment(takenAt) })}</Alert> : null}
      <Text role="status">
        {t('billing.plan', { rows, booked, known, rejected, sum: format.money(kopecks) })}
      </Text>
      <div>
        <Button loading={isBusy} disabled={booked + rejected === 0 || takenAt !== null} onClick={onTake}>
          {t('billing.take', { count: booked })}
        </Button>
      </div>
      {rejected > 0 ? <RejectPreview plan={plan} /> : null}
    </Stack>
  );
}

function RejectPreview({ plan }: { plan: BillingFilePlan }) {
  const { t } = useTranslation(['receivable', 'errors']);
  return (
    <Table.ScrollContainer minWidth={0} maxHeight={280}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>{t('billing.row')}</Table.Th>
            <Table.Th>{t('billing.text')}</Table.Th>
            <Table.Th>{t('billing.column.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.rejects.map(({ row, text, reason }) => (
            <Table.Tr key={row}>
              <Table.Td c="dimmed">{row}</Table.Td>
              <Table.Td>{maskText(text)}</Table.Td>
              <Table.Td>{t(`errors:${reason}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
