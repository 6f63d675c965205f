import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconSend, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShownKey } from '#app/components/use-keys.ts';
import styles from './composer.module.css';
import type { DraftState } from './use-draft.ts';
import type { NextState } from './use-send.ts';

type FootProps = {
  kind: 'reply' | 'note';
  draftState: DraftState;
  isSending: boolean;
  isBlocked: boolean;
  onSend(state: NextState): void;
  onMacro(): void;
};

/** Whether the text is safe, and the ways to send it. */
export function ComposeFoot({ kind, draftState, isSending, isBlocked, onSend, onMacro }: FootProps) {
  const { t } = useTranslation('case');
  const shownKey = useShownKey();
  const label = kind === 'note' ? t('write.sendNote') : t('write.send');
  return (
    <div className={styles.foot}>
      <ActionIcon
        onClick={onMacro}
        aria-label={t('macro.pick')}
        title={`${t('macro.pick')} (${shownKey('macro')})`}
        aria-keyshortcuts={shownKey('macro')}
      >
        <IconTemplate size={16} />
      </ActionIcon>
      <span className={styles.saved} role="status">
        {useSavedText(draftState)}
      </span>
      <Button.Group>
        <Button
          leftSection={<IconSend size={14} />}
          loading={isSending}
          disabled={isBlocked}
          onClick={() => onSend('open')}
          title={t('write.keysHint')}
        >
          {label}
        </Button>
        {kind === 'reply' ? <OtherWays isBlocked={isBlocked} onSend={onSend} /> : null}
      </Button.Group>
    </div>
  );
}

function OtherWays({ isBlocked, onSend }: Pick<FootProps, 'isBlocked' | 'onSend'>) {
  const { t } = useTranslation('case');
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button disabled={isBlocked} aria-label={t('write.sendMore')} px={6}>
          <IconChevronDown size={14} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onSend('solved')}>{t('write.sendSolve')}</Menu.Item>
        <Menu.Item onClick={() => onSend('waiting')}>{t('write.sendWait')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSavedText(state: DraftState): string {
  const { t } = useTranslation('case');
  switch (state) {
    case 'saving':
      return t('write.saving');
    case 'saved':
      return t('write.saved');
    case 'here':
      return t('write.savedHere');
    case 'expired':
      return t('write.expired');
    case 'none':
      return t('write.keysHint');
  }
}
