import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { departureKinds, leavingReasons } from './churn.ts';

/** Writes down that the number left, with the reason he gave, or that it came back. */
export function DepartureForm({ lineId, isAway }: { lineId: string; isAway: boolean }) {
  const { t } = useTranslation('churn');
  const { home } = useDesk();
  const fetcher = useFetcher<unknown>();
  const fault = useFaults(fetcher.data);
  const on = <TextInput type="date" name="on" label={t('panel.on_')} error={fault('on')} required />;
  const place = `${home}/lines/${lineId}`;
  return (
    <details>
      <summary>{isAway ? t('panel.back') : t('panel.note')}</summary>
      <fetcher.Form method="post" action={isAway ? `${place}/return` : `${place}/departure`}>
        <Stack gap="xs" mt="xs" maw={320}>
          <FormAlert text={fault('form')} />
          {on}
          {isAway ? null : (
            <>
              <NativeSelect
                name="kind"
                label={t('panel.kind')}
                data={departureKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              />
              <NativeSelect
                name="reason"
                label={t('panel.reason')}
                data={leavingReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
              />
              <TextInput name="note" label={t('panel.words')} maxLength={500} error={fault('note')} />
            </>
          )}
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('panel.save')}
          </Button>
        </Stack>
      </fetcher.Form>
    </details>
  );
}
