import { ActionIcon, Button, Checkbox, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardItem } from '#app/features/scorecard/scorecard.ts';
import { itemAttribute } from './card-form.tsx';
import { minuteText } from './minute-text.ts';
import styles from './review-page.module.css';
import type { ReviewForm } from './use-review-form.ts';

export type NoteHandle = { begin(itemId: string | null): void };
type NoteListProps = {
  items: readonly CardItem[];
  form: ReviewForm;
  /** The second that is played now; `null`: nothing is. */
  second(): number | null;
  onJump(second: number): void;
  ref: Ref<NoteHandle>;
};

/** What is said to the agent: about the whole, about an item, at a second of the recording. */
export function NoteList({ items, form, second, onJump, ref }: NoteListProps) {
  const { t } = useTranslation('review');
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [itemId, setItemId] = useState('');
  // Where the note was begun, not where the recording is when it is written.
  const [begunAt, setBegunAt] = useState<number | null>(null);
  const [isPinned, setPinned] = useState(true);
  useImperativeHandle(ref, () => ({
    begin(about) {
      if (text === '') setItemId(about ?? '');
      field.current?.focus();
    },
  }));
  const add = () => {
    if (text.trim() === '') return;
    form.addNote({ text: text.trim(), itemId: itemId || null, atSecond: isPinned ? begunAt : null });
    setText('');
    setBegunAt(null);
    setPinned(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isAdding = event.code === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '';
    if (!isAdding && event.code !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (isAdding) add();
    focusItem(itemId || items[0]?.id);
  };
  return (
    <section aria-label={t('page.notes')}>
      <h2 className={styles.section}>{t('page.notes')}</h2>
      <ul className={styles.notes}>
        {form.notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no id before they are given
          <li key={index}>
            <Group gap={6} wrap="nowrap" align="start">
              {note.atSecond === null ? null : <Jump at={note.atSecond} onJump={onJump} />}
              <Text size="sm" style={{ flex: 1 }}>
                {note.text}
                <Text span size="xs" c="dimmed">
                  {' '}
                  {items.find(({ id }) => id === note.itemId)?.title}
                </Text>
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('page.removeNote')}
                onClick={() => form.removeNote(index)}
              >
                <IconX size={14} />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ul>
      <Textarea
        ref={field}
        aria-label={t('page.noteText')}
        placeholder={t('page.noteText')}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        onFocus={() => text === '' && setBegunAt(second())}
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={8} mt={6}>
        <NativeSelect
          aria-label={t('page.noteWhole')}
          data={[
            { value: '', label: t('page.noteWhole') },
            ...items.map(({ id, title }) => ({ value: id, label: t('page.noteFor', { title }) })),
          ]}
          value={itemId}
          onChange={(event) => setItemId(event.currentTarget.value)}
        />
        {begunAt === null ? null : (
          <Checkbox
            size="xs"
            label={t('page.pinned', { time: minuteText(begunAt) })}
            checked={isPinned}
            onChange={(event) => setPinned(event.currentTarget.checked)}
          />
        )}
        <Button
          variant="default"
          disabled={text.trim() === ''}
          aria-keyshortcuts="Control+Enter"
          onClick={add}
        >
          {t('page.addNote')}
        </Button>
      </Group>
    </section>
  );
}

function focusItem(id: string | undefined) {
  document.querySelector<HTMLElement>(`[${itemAttribute}="${id}"]`)?.focus();
}

export function Jump({ at, onJump }: { at: number; onJump(second: number): void }) {
  const { t } = useTranslation('review');
  const time = minuteText(at);
  return (
    <Button
      size="compact-xs"
      variant="light"
      leftSection={<IconPlayerPlay size={12} />}
      aria-label={t('page.jump', { time })}
      onClick={() => onJump(at)}
    >
      {time}
    </Button>
  );
}
