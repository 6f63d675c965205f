import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUser,
  IconUserCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import styles from './frame.module.css';

const schemes = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const;

/** One's own account, light or dark, and the way out. */
export function PersonMenu({ person }: { person: { name: string; email: string; isAdmin: boolean } }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.item}>
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
          <span className={styles.label}>{person.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} />}>
          {t('frame.account')}
        </Menu.Item>
        {person.isAdmin ? (
          <Menu.Item component={Link} to="/admin" leftSection={<IconSettings size={16} />}>
            {t('frame.admin')}
          </Menu.Item>
        ) : null}
        <Menu.Label>{t('frame.theme.title')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
        >
          {schemes.map(({ value, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} />}>
              {t(`frame.theme.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Form method="post" action="/sign-out">
          <Menu.Item component="button" type="submit" leftSection={<IconLogout size={16} />}>
            {t('signOut')}
          </Menu.Item>
        </Form>
      </Menu.Dropdown>
    </Menu>
  );
}
