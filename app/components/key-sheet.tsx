import { Anchor, Kbd, Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keyNamesFor, keyOf, shownParts } from '#app/platform/key-map.ts';
import { Dialog } from './dialog.tsx';
import { useDesk } from './use-desk.ts';
import { useKeyChanges, useSingleKeys } from './use-keys.ts';

/** Every key this person has a use for and what it does, with the switch for single ones. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation('desk');
  const { may } = useDesk();
  const changes = useKeyChanges();
  const [areSingleKeysOn, setSingleKeys] = useSingleKeys();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys.title')} size="sm">
      <Table withRowBorders={false} verticalSpacing={3}>
        <Table.Tbody>
          <KeyRow shown={['Enter']} text={t('keys.open')} />
          {keyNamesFor(may).map((name) => (
            <KeyRow key={name} shown={shownParts(keyOf(name, changes))} text={t(`keys.${name}`)} />
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
      <Anchor component={Link} to="/account#keys" size="xs" onClick={onClose}>
        {t('keys.change')}
      </Anchor>
    </Dialog>
  );
}

function KeyRow({ shown, text }: { shown: string[]; text: string }) {
  return (
    <Table.Tr>
      <Table.Td>{text}</Table.Td>
      <Table.Td ta="right">
        {shown.map((part) => (
          <Kbd key={part} size="xs" ml={4}>
            {part}
          </Kbd>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
