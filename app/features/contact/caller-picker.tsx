import { Button, Group, Loader, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import styles from './caller-picker.module.css';
import type { Caller, Callers } from './find-callers.ts';

/** Fast typing asks once. */
const typingMs = 120;

/** Who it is, by any form of a number, an e-mail, a name, a contract. Enter takes the first found. */
export function CallerPicker({
  caller,
  onChoose,
}: {
  caller: Caller | null;
  onChoose(caller: Caller | null): void;
}) {
  const { t } = useTranslation('case');
  const { carrierTitle } = useDesk();
  const [text, setText] = useState('');
  const { callers, isStale } = useCallers(text);
  if (caller) {
    return (
      <Group justify="space-between">
        <div>
          <Text fw={600}>{caller.name}</Text>
          <Text c="dimmed" size="xs">
            {caller.maskedNumber} · {carrierTitle(caller.carrier)} ·{' '}
            {caller.tariffName ?? caller.contractNumber}
          </Text>
        </div>
        <Button variant="subtle" onClick={() => onChoose(null)}>
          {t('contact.change')}
        </Button>
      </Group>
    );
  }
  const takeFirst = (event: KeyboardEvent) => {
    const [first] = callers;
    if (event.key !== 'Enter' || isStale || !first) return;
    event.preventDefault();
    onChoose(first);
  };
  return (
    <div>
      <TextInput
        data-autofocus
        label={t('contact.who')}
        placeholder={t('contact.whoHint')}
        leftSection={<IconSearch size={14} />}
        rightSection={isStale ? <Loader size={14} /> : null}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={takeFirst}
      />
      <div className={styles.list} aria-busy={isStale}>
        {callers.map((found) => (
          <UnstyledButton key={found.lineId} className={styles.caller} onClick={() => onChoose(found)}>
            <span>{found.name}</span>
            <Text span c="dimmed" size="xs">
              {found.maskedNumber} · {carrierTitle(found.carrier)} · {found.contractNumber}
            </Text>
          </UnstyledButton>
        ))}
        {text && !isStale && callers.length === 0 ? (
          <Text c="dimmed" size="xs">
            {t('contact.nothing')}
          </Text>
        ) : null}
      </div>
    </div>
  );
}

function useCallers(text: string) {
  const { home } = useDesk();
  const { data, load } = useLoaded<Callers>('callers');
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, typingMs);
  useEffect(() => {
    if (asked) void load(`${home}/callers?q=${encodeURIComponent(asked)}`);
  }, [asked, home, load]);
  const callers = wanted && data ? data.callers : [];
  return { callers, isStale: wanted !== '' && data?.query !== wanted };
}
