import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import styles from './conversation.module.css';

export type NewerMessage = { id: string; kind: string; body: string; who: string | null };
type StaleProps = { messages: readonly NewerMessage[]; onSend(): void; onClose(): void };

/** What appeared while the reply was being written, before it goes. */
export function StaleDialog({ messages, onSend, onClose }: StaleProps) {
  const { t } = useTranslation('case');
  return (
    <Dialog title={t('stale.title')} onClose={onClose} holdsWork>
      <Stack gap="sm">
        <Text>{t('stale.text')}</Text>
        {messages.map(({ id, kind, body, who }) => (
          <div key={id} className={styles.message} data-kind={kind}>
            <div className={styles.by}>
              <strong>{who ?? t('talk.subscriber')}</strong>
            </div>
            <p className={styles.body}>{body}</p>
          </div>
        ))}
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onSend}>
            {t('stale.send')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {t('stale.edit')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
