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

/**
 * A window that is taken away rather than closed leaves the keyboard nowhere: it goes back to what opened it, or, where that
 * is gone by what was done, to what stands in its place.
 */
function useFocusGivenBack(): void {
  const [openers] = useState(() =>
    typeof document === 'undefined' ? [] : withAncestors(document.activeElement),
  );
  useEffect(
    () => () => {
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (!isLost) return;
      const [opener] = openers;
      if (opener?.isConnected) opener.focus();
      else
        openers
          .find(({ isConnected }) => isConnected)
          ?.querySelector<HTMLElement>(focusable)
          ?.focus();
    },
    [openers],
  );
}

const focusable = 'button:not(:disabled), a[href]';

function withAncestors(from: Element | null): HTMLElement[] {
  const line: HTMLElement[] = [];
  for (let at = from; at instanceof HTMLElement; at = at.parentElement) line.push(at);
  return line;
}
