import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/section.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { ListedTalk } from './read-desk.ts';
import { sentWish, type WishDraft, WishFields } from './wish-fields.tsx';

/** What he wants turned out to be something else, or he has applied meanwhile: the clock follows. */
export function WishForm({ talk }: { talk: ListedTalk }) {
  const { t } = useTranslation('save');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [draft, setDraft] = useState<WishDraft>({
    wish: talk.wish,
    appliedOn: talk.appliedOn ?? '',
    rival: talk.rival ?? '',
  });
  return (
    <Section title={t('wishLabel')}>
      <Stack
        component="form"
        gap="sm"
        maw={420}
        onSubmit={(event) => {
          event.preventDefault();
          const action = `${home}/saves/${talk.id}/wish`;
          void fetcher.submit(sentWish(draft), { method: 'post', action, encType: 'application/json' });
        }}
      >
        <FormAlert text={fault('form')} />
        <WishFields draft={draft} onChange={setDraft} fault={fault} />
        <div>
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('changeWish')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
