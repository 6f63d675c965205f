import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PublishDialog } from './publish-dialog.tsx';
import type { RosterView } from './read-roster.ts';
import type { RosterEdits } from './use-roster-edits.ts';

type Props = { view: RosterView; edits: RosterEdits; place: string };

/** How many changes people do not know; opened, it shows them before they are told. */
export function PublishButton({ view: { untold }, edits, place }: Props) {
  const { t } = useTranslation('shift');
  const [isAsking, setAsking] = useState(false);
  const changes = untold.added + untold.changed + untold.cancelled;
  return (
    <>
      <Button
        leftSection={<IconSend size={16} />}
        disabled={!edits.isOpen || changes === 0}
        onClick={() => setAsking(true)}
        title={t('difference', untold)}
      >
        {changes === 0 ? t('publish.none') : t('publish.changes', { count: changes })}
      </Button>
      {isAsking ? <PublishDialog place={place} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
