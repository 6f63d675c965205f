import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { useLoaded } from '#app/components/use-loaded.ts';
import { useNotice } from '#app/components/use-notice.ts';
import styles from './publish-dialog.module.css';
import type { Told } from './publish-roster.ts';
import type { PublicationView } from './read-publication.ts';
import { ToldList } from './told-list.tsx';
import { useRereadWhenRefused } from './use-reread-when-refused.ts';

/** Whom publishing will tell what, before it is done. */
export function PublishDialog({ place, onClose }: { place: string; onClose(): void }) {
  const { t } = useTranslation('shift');
  const { data: view, hasFailed, load } = useLoaded<PublicationView>();
  const address = `${place}/publication`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it is opened
  useEffect(() => void load(address), [address]);
  return (
    <Dialog title={t('publish.title')} onClose={onClose} size={640}>
      {view ? (
        <Stack gap="sm">
          <Text size="sm">{sumUp(view)}</Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles.list} aria-label={t('publish.title')} tabIndex={0}>
            <ToldList people={view.people} />
          </section>
          <Confirm view={view} address={address} onClose={onClose} onRefused={() => void load(address)} />
        </Stack>
      ) : (
        <Text size="sm" role="status">
          {t(hasFailed ? 'publish.unread' : 'publish.reading')}
        </Text>
      )}
    </Dialog>
  );

  function sumUp({ people }: PublicationView): string {
    const needConsent = people.reduce((sum, one) => sum + one.needConsent, 0);
    return needConsent === 0 ? t('publish.inTime') : t('publish.late', { count: needConsent });
  }
}

type ConfirmProps = { view: PublicationView; address: string; onClose(): void; onRefused(): void };

function Confirm({ view, address, onClose, onRefused }: ConfirmProps) {
  const { t } = useTranslation('shift');
  const notify = useNotice();
  const fetcher = useFetcher<{ done?: Told }>();
  useRereadWhenRefused(fetcher.data, onRefused);
  const done = fetcher.state === 'idle' ? fetcher.data?.done : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (!done) return;
    notify(t('publish.done', { count: done.people }));
    onClose();
  }, [done]);
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('publish.notYet')}
      </Button>
      <Button
        loading={fetcher.state !== 'idle'}
        disabled={view.people.length === 0}
        onClick={() =>
          void fetcher.submit({ version: String(view.version) }, { method: 'post', action: address })
        }
      >
        {t('publish.tell', { count: view.people.length })}
      </Button>
    </Group>
  );
}
