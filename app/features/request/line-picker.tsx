import { Loader, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { ChosenLine } from './desk-tools.ts';
import styles from './line-picker.module.css';
import { useSearch } from './use-search.ts';

/** Finds the number a request is for. Arrow keys go through what was found. */
export function LinePicker({ onChoose }: { onChoose(line: ChosenLine): void }) {
  const { t } = useTranslation('desk');
  const { carrierTitle } = useDesk();
  const [query, setQuery] = useState('');
  const { found, isStale } = useSearch(query);
  const list = useRef<HTMLDivElement>(null);
  return (
    <Stack gap="xs" onKeyDown={(event) => moveFocus(event, list.current)}>
      <TextInput
        data-autofocus
        label={t('create.line')}
        placeholder={t('create.lineHint')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        leftSection={<IconSearch size={14} />}
        rightSection={isStale ? <Loader size={14} /> : null}
      />
      <div ref={list} className={styles.list} aria-busy={isStale}>
        {found.lines.map((line) => (
          <UnstyledButton key={line.lineId} className={styles.line} onClick={() => onChoose(line)}>
            <span>{line.name}</span>
            <Text span c="dimmed" size="xs">
              {line.maskedNumber} · {carrierTitle(line.carrier)} · {line.contractNumber}
            </Text>
          </UnstyledButton>
        ))}
        {query && !isStale && found.lines.length === 0 ? (
          <Text c="dimmed" size="xs">
            {t('search.empty')}
          </Text>
        ) : null}
      </div>
    </Stack>
  );
}

function moveFocus(event: KeyboardEvent, list: HTMLElement | null) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !list) return;
  const buttons: (Element | null)[] = [...list.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement);
  event.preventDefault();
  const next = buttons.at(Math.max(0, Math.min(at + step, buttons.length - 1)));
  if (next instanceof HTMLElement) next.focus();
}
