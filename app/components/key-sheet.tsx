import { Kbd, Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { type KeyName, keys, useSingleKeys } from './use-keys.ts';

/** Every key and what it does, with the switch for single ones. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation('desk');
  const [areSingleKeysOn, setSingleKeys] = useSingleKeys();
  const names = Object.keys(keys) as KeyName[];
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys.title')} size="sm">
      <Table withRowBorders={false} verticalSpacing={3}>
        <Table.Tbody>
          <KeyRow shown="Enter" text={t('keys.open')} />
          {names.map((name) => (
            <KeyRow key={name} shown={keys[name].shown} text={t(`keys.${name}`)} />
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t('keys.enabled')}
        checked={areSingleKeysOn}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      <Text c="dimmed" size="xs" mt="xs">
        {t('keys.note')}
      </Text>
    </Dialog>
  );
}

function KeyRow({ shown, text }: { shown: string; text: string }) {
  return (
    <Table.Tr>
      <Table.Td>{text}</Table.Td>
      <Table.Td ta="right">
        {shown.split(' ').map((part) => (
          <Kbd key={part} size="xs" ml={4}>
            {part}
          </Kbd>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
