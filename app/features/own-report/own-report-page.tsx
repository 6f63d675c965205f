import { Anchor, Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher, useNavigate } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ownFiles } from './own-files.ts';
import { OwnResult } from './own-result.tsx';
import { searchOf } from './own-search.ts';
import type { OwnReportView } from './read-own-reports.ts';
import { useOwnWords } from './use-own-words.ts';

/** A saved report with its numbers of now, its files, and for whoever may the way to change it. */
export function OwnReportPage({ view }: { view: OwnReportView }) {
  const { t } = useTranslation('own');
  const { workplace } = useDesk();
  const { id, name, sharing, figures, mayChange } = view;
  const { tell } = useOwnWords(figures.names);
  const place = `/t/${workplace.slug}/report/own`;
  const edit = searchOf(figures.definition);
  edit.set('report', id);
  return (
    <Page
      title={name}
      note={`${tell(figures.definition)} · ${t('seenBy', { who: t(`sharing.${sharing}`) })}`}
      back={{ to: place, label: t('title') }}
      actions={
        mayChange ? (
          <Group gap="xs">
            <Button component={Link} to={`${place}/new?${edit}`} variant="default">
              {t('change')}
            </Button>
            <RemoveButton view={view} />
          </Group>
        ) : null
      }
    >
      <Group gap="md">
        {ownFiles.map((file) => (
          <Anchor key={file} href={`${place}/${id}/files/${file}`} download>
            {t(`file.${file}`)}
          </Anchor>
        ))}
      </Group>
      <OwnResult figures={figures} />
    </Page>
  );
}

/** Deleted, it leads to the list, where it can be put back. */
function RemoveButton({ view: { id, name } }: { view: OwnReportView }) {
  const { t } = useTranslation('own');
  const { workplace } = useDesk();
  const fetcher = useFetcher<{ done?: { id: string } }>();
  const navigate = useNavigate();
  const place = `/t/${workplace.slug}/report/own`;
  const isRemoved = fetcher.data?.done !== undefined;
  useEffect(() => {
    if (isRemoved) void navigate(place, { state: { removed: { id, name } } });
  }, [isRemoved, navigate, place, id, name]);
  return (
    <fetcher.Form method="post" action={`${place}/${id}/removal`}>
      <Button type="submit" variant="default" color="red" loading={fetcher.state !== 'idle'}>
        {t('remove')}
      </Button>
    </fetcher.Form>
  );
}
