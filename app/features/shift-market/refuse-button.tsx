import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';

/** `answer`: the word for no; `about`: who asks for what. */
type Props = { action: string; answer: string; about: string };

/** Says no to a request, and why. */
export function RefuseButton(props: Props) {
  const { t } = useTranslation('life');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        aria-label={`${t('asks.refuse')}: ${props.about}`}
        onClick={() => setOpen(true)}
      >
        {t('asks.refuse')}
      </Button>
      {isOpen ? <RefuseDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** A yes takes the request off the page, and this window with it. */
function RefuseDialog({ action, answer, about, onClose }: Props & { onClose(): void }) {
  const { t } = useTranslation('life');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <Dialog title={`${t('asks.refuse')}: ${about}`} onClose={onClose} holdsWork>
      <fetcher.Form method="post" action={action}>
        <Stack gap="sm">
          <FormAlert text={fault('form')} />
          <input type="hidden" name="answer" value={answer} />
          <TextInput
            data-autofocus
            name="reason"
            label={t('asks.why')}
            description={t('asks.whyHint')}
            maxLength={300}
            error={fault('reason')}
          />
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('asks.refuse')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Dialog>
  );
}
