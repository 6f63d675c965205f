import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type DialogProps = {
  title: string;
  onClose(): void;
  children: ReactNode;
  isOpen?: boolean;
  size?: number | 'sm' | 'md';
  /** A click beside it would lose what was filled in. */
  holdsWork?: boolean;
};

/** A window over the page, with a close button that says what it is. */
export function Dialog({
  title,
  onClose,
  children,
  isOpen = true,
  size = 'md',
  holdsWork = false,
}: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={!holdsWork}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  );
}
