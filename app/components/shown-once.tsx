import { Alert, Button, Code, CopyButton, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A secret that is shown this once: a link or a key, to be copied now. */
export function ShownOnce({ note, secret }: { note: string; secret: string }) {
  const { t } = useTranslation('admin');
  return (
    <Alert role="status" p="sm">
      {note}
      <Group gap="xs" mt={8} wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} style={{ flex: 'none' }}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
