import { Text } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePresence } from './use-presence.ts';

/** Which colleagues look at this case or write in it. */
export function Presences({ caseId }: { caseId: string }) {
  const { t } = useTranslation('case');
  const present = usePresence(caseId);
  return (
    <span role="status">
      {(
        [
          ['typing', IconPencil],
          ['viewing', IconEye],
        ] as const
      ).map(([doing, Icon]) => {
        const names = present.filter((one) => one.doing === doing).map(({ name }) => name);
        if (names.length === 0) return null;
        return (
          <Text
            key={doing}
            span
            mr="sm"
            c={doing === 'typing' ? 'orange.9' : 'dimmed'}
            fw={doing === 'typing' ? 600 : 400}
          >
            <Icon size={14} aria-hidden />{' '}
            {t(`here.${doing}`, { count: names.length, names: names.join(', ') })}
          </Text>
        );
      })}
    </span>
  );
}
