import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell, IconBellRinging } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NavItem } from '#app/components/nav-item.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useShownKey } from '#app/components/use-keys.ts';

/** How much one was told and has not seen yet. */
export function Bell() {
  const { t } = useTranslation('notice');
  const { home, unreadNotices } = useDesk();
  const shownKey = useShownKey();
  if (unreadNotices === null) return null;
  return (
    <NavItem
      to={`${home}/notices`}
      label={t('title')}
      icon={unreadNotices ? IconBellRinging : IconBell}
      count={unreadNotices}
      keys={shownKey('goNotices')}
    />
  );
}

/** The same on a narrow window, without opening the menu. */
export function SmallBell() {
  const { t } = useTranslation('notice');
  const { home, unreadNotices } = useDesk();
  if (unreadNotices === null) return null;
  return (
    <Indicator
      label={unreadNotices > 99 ? '99+' : unreadNotices}
      disabled={unreadNotices === 0}
      size={16}
      offset={6}
    >
      <ActionIcon
        component={Link}
        to={`${home}/notices`}
        size="lg"
        aria-label={t('bell', { count: unreadNotices })}
      >
        <IconBell size={18} />
      </ActionIcon>
    </Indicator>
  );
}
