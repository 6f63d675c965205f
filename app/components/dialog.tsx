import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
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
  useFocusGivenBack();
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

/** A window that is taken away rather than closed leaves the keyboard nowhere: it goes back to what opened it. */
function useFocusGivenBack(): void {
  const [opener] = useState(() => (typeof document === 'undefined' ? null : document.activeElement));
  useEffect(
    () => () => {
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (isLost && opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}
