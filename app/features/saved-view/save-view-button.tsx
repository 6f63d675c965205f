import { ActionIcon, Button, Checkbox, Popover, Stack, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';

type ViewProps = { area: 'request' | 'case'; query: string };

/** Keeps what a list is narrowed to under a name, for oneself or for everybody here. */
export function SaveViewButton({ area, query }: ViewProps) {
  const { t } = useTranslation('desk');
  const { home, may } = useDesk();
  const fetcher = useFetcher<{ ok?: true }>();
  const fault = useFaults(fetcher.data);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (fetcher.state === 'idle' && fetcher.data?.ok) setOpen(false);
  }, [fetcher.state, fetcher.data]);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon
          aria-label={t('views.save')}
          title={t('views.save')}
          onClick={() => setOpen((before) => !before)}
        >
          <IconBookmark size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <fetcher.Form method="post" action={`${home}/views`}>
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="area" value={area} />
          <Stack gap="xs">
            <TextInput
              name="name"
              required
              maxLength={60}
              label={t('views.name')}
              error={fault('name') ?? fault('form')}
            />
            {may.shareViews ? <Checkbox name="isShared" label={t('views.forAll')} /> : null}
            <Button type="submit" loading={fetcher.state !== 'idle'}>
              {t('views.save')}
            </Button>
          </Stack>
        </fetcher.Form>
      </Popover.Dropdown>
    </Popover>
  );
}
