import {
  IconBan,
  IconBrandTelegram,
  IconFileOff,
  IconMail,
  IconMailbox,
  IconMessage2,
  IconPhone,
  IconPlayerPause,
  IconRobot,
  IconUserSquare,
} from '@tabler/icons-react';
import type { StepAction } from '#app/features/ladder/strategy.ts';

const icons = {
  cabinet: IconUserSquare,
  email: IconMail,
  sms: IconMessage2,
  messenger: IconBrandTelegram,
  robot: IconRobot,
  call: IconPhone,
  letter: IconMailbox,
  restriction: IconBan,
  suspension: IconPlayerPause,
  ending: IconFileOff,
} as const satisfies Record<StepAction, unknown>;

export function StepIcon({ action }: { action: StepAction }) {
  const Icon = icons[action];
  return <Icon size={15} stroke={1.7} aria-hidden />;
}
