import { Button, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher, useNavigate } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { sentWish, type WishDraft, WishFields } from './wish-fields.tsx';

type Props = { lineId: string; caseId: string | null; onClose(): void };

/** He asked to leave: what exactly, and off to the talk. */
export function LeavingDialog({ lineId, caseId, onClose }: Props) {
  const { t } = useTranslation('save');
  const { home } = useDesk();
  const navigate = useNavigate();
  const fetcher = useFetcher<{ done?: { id: string } }>();
  const fault = useFaults(fetcher.data);
  const [formToken] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<WishDraft>({ wish: 'port-out', appliedOn: '', rival: '' });
  const begun = fetcher.data?.done?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: gone there once, by the answer
  useEffect(() => {
    if (begun) void navigate(`${home}/save?talk=${begun}`);
  }, [begun]);
  return (
    <Dialog title={t('startTitle')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          const action = `${home}/lines/${lineId}/saves`;
          const body = { formToken, caseId, ...sentWish(draft) };
          void fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
        }}
      >
        <FormAlert text={fault('form')} />
        <WishFields draft={draft} onChange={setDraft} fault={fault} />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('begin')}
        </Button>
      </Stack>
    </Dialog>
  );
}
