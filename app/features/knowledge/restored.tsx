import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';

type Props = {
  savedAt: number;
  /** The article was changed after this was begun. */
  isOld: boolean;
  onDiscard(): void;
};

/** Says that what was typed before is there again, and how to have the article as it is. */
export function Restored({ savedAt, isOld, onDiscard }: Props) {
  const { t } = useTranslation('knowledge');
  const { format } = useDesk();
  return (
    <Group gap="xs" role="status">
      <Text size="sm" c="dimmed">
        {t('form.restored', { when: format.moment(new Date(savedAt)) })}
        {isOld ? ` ${t('form.restoredOld')}` : null}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={onDiscard}>
        {t('form.discard')}
      </Button>
    </Group>
  );
}
