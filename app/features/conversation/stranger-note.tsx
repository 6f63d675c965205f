import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stranger } from '#app/features/case/warn-of-strangers.ts';

/** Whose numbers and addresses are in the text that are not this subscriber's. */
export function StrangerNote({ strangers, onAccept }: { strangers: readonly Stranger[]; onAccept(): void }) {
  const { t } = useTranslation('case');
  if (strangers.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      p="xs"
      mb={6}
      icon={<IconAlertTriangle size={18} />}
      title={t('stranger.title')}
    >
      {strangers.map(({ contact, client, who }) => (
        <div key={contact}>
          {client
            ? t('stranger.client', { contact, client })
            : t('stranger.other', { contact, who: who ?? '' })}
        </div>
      ))}
      <Button mt={4} variant="default" onClick={onAccept}>
        {t('stranger.send')}
      </Button>
    </Alert>
  );
}
