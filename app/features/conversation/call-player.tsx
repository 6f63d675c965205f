import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';

/** The recording of a call. It is fetched when somebody wants to hear it, for each hearing is logged. */
export function CallPlayer({ contactId }: { contactId: string }) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said
    return <audio controls autoPlay src={`${home}/contacts/${contactId}/recording`} style={{ height: 32 }} />;
  }
  return (
    <Button
      size="compact-xs"
      variant="light"
      leftSection={<IconPlayerPlay size={12} />}
      onClick={() => setOpen(true)}
    >
      {t('talk.recording')}
    </Button>
  );
}
