import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Tells in a corner what has just happened, until it is closed or read. */
export function useNotice(): (message: ReactNode) => void {
  const { t } = useTranslation();
  return useCallback(
    (message) =>
      void notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': t('close') } }),
    [t],
  );
}
