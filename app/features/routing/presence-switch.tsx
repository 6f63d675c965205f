import { Menu, UnstyledButton } from '@mantine/core';
import { IconCircleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import styles from './presence-switch.module.css';
import { type PresenceState, presenceStates } from './routing.ts';

/** Whether this person takes work now: what he last said, and a menu to say otherwise. */
export function PresenceSwitch({ state }: { state: PresenceState }) {
  const { t } = useTranslation('routing');
  const { home } = useDesk();
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  const said = fetcher.json as { state?: PresenceState } | undefined;
  const shown = said?.state ?? state;
  const say = (next: PresenceState) =>
    void fetcher.submit(
      { state: next },
      { method: 'post', action: `${home}/presence`, encType: 'application/json' },
    );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles.switch} aria-label={t('change', { state: t(`state.${shown}`) })}>
          <Dot state={shown} />
          {t(`state.${shown}`)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {presenceStates.map((one) => (
          <Menu.Item key={one} leftSection={<Dot state={one} />} onClick={() => say(one)}>
            {t(`state.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function Dot({ state }: { state: PresenceState }) {
  return <IconCircleFilled size={9} className={styles.dot} data-state={state} aria-hidden />;
}
