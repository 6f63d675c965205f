import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import styles from './pick-dialog.module.css';

export type Choice = { value: string; label: string; note?: string };
type PickProps = {
  title: string;
  choices: readonly Choice[];
  onPick(choice: Choice): void;
  onClose(): void;
  /** Where the choices are found by the server; they come as they are. */
  onSearch?(text: string): void;
  children?: ReactNode;
};

/** One choice of many without the mouse: type, arrow keys, Enter. */
export function PickDialog({ title, choices, onPick, onClose, onSearch, children }: PickProps) {
  const { t } = useTranslation('case');
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = text.trim().toLowerCase();
  const shown = onSearch ? choices : choices.filter(({ label }) => label.toLowerCase().includes(wanted));
  const pick = (choice: Choice) => {
    onClose();
    onPick(choice);
  };
  const onEnter = (event: KeyboardEvent) => {
    const [first] = shown;
    if (event.key !== 'Enter' || !first) return;
    event.preventDefault();
    pick(first);
  };
  return (
    <Dialog title={title} onClose={onClose} size="sm">
      <Stack gap={6} onKeyDown={(event) => moveFocus(event, list.current)}>
        <TextInput
          data-autofocus
          aria-label={title}
          placeholder={t('pick.search')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onSearch?.(event.currentTarget.value);
          }}
          onKeyDown={onEnter}
        />
        <div ref={list} className={styles.list}>
          {shown.map((choice, index) => (
            <UnstyledButton
              key={choice.value}
              className={styles.option}
              data-first={index === 0 || undefined}
              onClick={() => pick(choice)}
            >
              <span>{choice.label}</span>
              <span className={styles.note}>{choice.note}</span>
            </UnstyledButton>
          ))}
          {shown.length === 0 ? <Text c="dimmed">{t('write.nothing')}</Text> : null}
        </div>
        {children}
      </Stack>
    </Dialog>
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
