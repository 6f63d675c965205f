import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import type { CatalogueOffer } from './read-catalogue.ts';

type Before = Pick<CatalogueOffer, 'id' | 'name'>;

/** Tells that an offer was changed, and takes the change back for whoever wants its wording before. */
export function useOfferBack(): (before: Before) => void {
  const { t } = useTranslation('offer');
  const { workplace } = useDesk();
  const notify = useNotice();
  const fetcher = useFetcher<{ done?: true }>();
  const name = useRef('');
  useRefusalNotice(fetcher.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once an answer
  useEffect(() => {
    if (fetcher.data?.done) notify(t('broughtBack', { name: name.current }));
  }, [fetcher.data]);
  return (before) => {
    const notice = `offer-${before.id}`;
    const bringBack = () => {
      notifications.hide(notice);
      name.current = before.name;
      const action = `/t/${workplace.slug}/plan/offers/${before.id}/restoration`;
      void fetcher.submit({}, { method: 'post', action });
    };
    const message = (
      <Group justify="space-between" wrap="nowrap">
        {t('changed', { name: before.name })}
        <Button size="compact-sm" variant="subtle" onClick={bringBack}>
          {t('restore')}
        </Button>
      </Group>
    );
    notify(message, notice);
  };
}
