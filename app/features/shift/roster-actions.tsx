import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCopy, IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { PublishButton } from './publish-button.tsx';
import type { RosterView } from './read-roster.ts';
import { SolveButton } from './solve-button.tsx';
import { useRereadWhenRefused } from './use-reread-when-refused.ts';
import type { RosterEdits } from './use-roster-edits.ts';

/** Solve, undo, copy the week shown, publish, and files. */
export function RosterActions({ view, edits }: { view: RosterView; edits: RosterEdits }) {
  const { t } = useTranslation('shift');
  const { roster, weeks, dates } = view;
  const place = `/t/${useDesk().workplace.slug}/plan/shifts/${roster.id}`;
  const fetcher = useFetcher<{ done?: { copied: number } }>();
  useRereadWhenRefused(fetcher.data);
  useCopiedNotice(fetcher.data);
  const next = view.isWhole ? undefined : weeks.find((week) => week > (dates[0] ?? ''));
  const post = (path: string, fields: Record<string, string>) =>
    void fetcher.submit(fields, { method: 'post', action: `${place}/${path}` });
  return (
    <Group gap="xs">
      {view.mayWrite ? (
        <>
          <SolveButton view={view} place={place} />
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} />}
            disabled={!edits.isOpen}
            onClick={edits.undo}
            aria-keyshortcuts="Z"
          >
            {t('undo')}
          </Button>
          <Tooltip label={t('redo')}>
            <ActionIcon
              variant="default"
              size={30}
              disabled={!edits.isOpen}
              onClick={edits.redo}
              aria-label={t('redo')}
              aria-keyshortcuts="Shift+Z"
            >
              <IconArrowForwardUp size={16} />
            </ActionIcon>
          </Tooltip>
          {next ? (
            <Button
              variant="default"
              leftSection={<IconCopy size={16} />}
              disabled={!edits.isOpen}
              onClick={() => post('copy', { from: dates[0] ?? '', to: next })}
            >
              {t('copyWeek')}
            </Button>
          ) : null}
          <PublishButton view={view} edits={edits} place={place} />
        </>
      ) : null}
      <Files place={place} />
    </Group>
  );
}

/** The copies lie in a week that is not shown. */
function useCopiedNotice(answer: { done?: { copied: number } } | undefined) {
  const { t } = useTranslation('shift');
  const notify = useNotice();
  const copied = answer?.done?.copied;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (copied) notify(t('copied', { count: copied }));
  }, [answer]);
}

const files = [
  ['roster.xlsx', 'roster-xlsx'],
  ['hours.xlsx', 'hours-xlsx'],
  ['roster.pdf', 'roster-pdf'],
  ['hours.csv', 'hours-csv'],
] as const;

function Files({ place }: { place: string }) {
  const { t } = useTranslation('shift');
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t('files.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(([file, name]) => (
          <Menu.Item key={file} component="a" href={`${place}/files/${file}`} download>
            {t(`files.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
