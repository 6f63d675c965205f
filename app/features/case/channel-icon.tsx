import {
  IconBrandTelegram,
  IconBuildingStore,
  IconForms,
  IconMail,
  IconMessage,
  IconPhone,
  IconUserSquare,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#app/features/contact/contact.ts';

const icons = {
  call: IconPhone,
  email: IconMail,
  web: IconForms,
  cabinet: IconUserSquare,
  chat: IconMessage,
  messenger: IconBrandTelegram,
  walkin: IconBuildingStore,
} as const;

/** How it reached us, as a small sign that says its name. */
export function ChannelIcon({ channel }: { channel: Channel }) {
  const { t } = useTranslation('case');
  const Icon = icons[channel];
  return <Icon size={15} stroke={1.6} role="img" aria-label={t(`channel.${channel}`)} />;
}
