import { Button, Kbd, Switch, Table, Text } from '@mantine/core';
import { Fragment, type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { useKeyChanges, useSingleKeys } from '#app/components/use-keys.ts';
import type { May } from '#app/features/access/may.ts';
import { type KeyName, keyMap, keyNamesFor, keyOf, shownParts } from '#app/platform/key-map.ts';

/** One's own keys: which one does what, kept with the person; whether single ones work, kept in the browser. */
export function KeySettings({ may }: { may: May }) {
  const { t } = useTranslation(['account', 'desk']);
  const [areSingleKeysOn, setSingleKeys] = useSingleKeys();
  const isChanged = Object.keys(useKeyChanges()).length > 0;
  const names = keyNamesFor(may).filter((name) => !('isFixed' in keyMap[name]));
  return (
    <Section title={t('keys.title')} note={t('keys.note')} id="keys">
      <Switch
        label={t('desk:keys.enabled')}
        checked={areSingleKeysOn}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      <Table maw={480} verticalSpacing={2}>
        <Table.Tbody>
          {names.map((name) => (
            <KeyRow key={name} name={name} />
          ))}
        </Table.Tbody>
      </Table>
      {isChanged ? <ActionButton action="/account/keys/removal" label={t('keys.reset')} /> : null}
    </Section>
  );
}

function KeyRow({ name }: { name: KeyName }) {
  const { t } = useTranslation(['account', 'desk']);
  const { isListening, fault, listen, hear, stop } = useChosenKey(name);
  const parts = shownParts(keyOf(name, useKeyChanges()));
  return (
    <Table.Tr>
      <Table.Td>
        {t(`desk:keys.${name}`)}
        {fault ? (
          <Text c="red" size="xs" role="alert">
            {fault}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td ta="right">
        <Button
          variant={isListening ? 'filled' : 'subtle'}
          size="compact-sm"
          {...(isListening
            ? {}
            : { 'aria-label': t('keys.choose', { what: t(`desk:keys.${name}`), key: parts.join(' ') }) })}
          onClick={listen}
          onBlur={stop}
          onKeyDown={hear}
        >
          {isListening ? t('keys.press') : <Shown parts={parts} />}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function Shown({ parts }: { parts: string[] }) {
  return (
    <span>
      {parts.map((part, place) => (
        <Fragment key={part}>
          {place > 0 ? ' ' : null}
          <Kbd size="xs">{part}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}

/** Hears the next press and has it stored. Escape and Tab leave everything as it is. */
function useChosenKey(name: KeyName) {
  const { data, state, submit } = useFetcher();
  const faultOf = useFaults(data);
  const [isListening, setListening] = useState(false);
  useEffect(() => {
    if (state !== 'idle') setListening(false);
  }, [state]);
  function hear(event: KeyboardEvent) {
    if (!isListening || /^(Shift|Control|Alt|Meta)/.test(event.code)) return;
    if (event.code === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'Escape') setListening(false);
    else submit({ name, code: event.code }, { method: 'post', action: '/account/keys' });
  }
  return {
    isListening,
    fault: isListening ? undefined : faultOf('form'),
    hear,
    listen: () => setListening(true),
    stop: () => setListening(false),
  };
}
