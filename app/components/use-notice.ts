import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Tells in a corner what has just happened, until it is closed or read. One with an `id` stands there once. */
export function useNotice(): (message: ReactNode, id?: string) => void {
  const { t } = useTranslation();
  return useCallback(
    (message, id) =>
      void notifications.show({
        message,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('close') },
        ...(id === undefined ? {} : { id }),
      }),
    [t],
  );
}
