import { ActionIcon, Anchor, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './totp-key.module.css';

/** The secret of a second factor, for an authenticator: to type by hand, to copy, or to open. */
export function TotpKey({ secret, link }: { secret: string; link: string }) {
  const { t } = useTranslation('door');
  return (
    <>
      <div className={styles.key}>
        <span data-testid="totp-secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</span>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <ActionIcon onClick={copy} aria-label={copied ? t('enrol.copied') : t('enrol.copy')}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          )}
        </CopyButton>
      </div>
      <Anchor href={link} size="sm">
        {t('enrol.link')}
      </Anchor>
    </>
  );
}
