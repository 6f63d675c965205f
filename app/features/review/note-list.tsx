import { ActionIcon, Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardItem } from '#app/features/scorecard/scorecard.ts';
import { minuteText } from './minute-text.ts';
import styles from './review-page.module.css';
import type { ReviewForm } from './use-review-form.ts';

type NoteListProps = {
  items: readonly CardItem[];
  form: ReviewForm;
  /** The second that is played now; `null`: there is no recording. */
  second(): number | null;
  onJump(second: number): void;
  fieldRef: Ref<HTMLTextAreaElement>;
};

/** What is said to the agent: about the whole, about an item, at a second of the recording. */
export function NoteList({ items, form, second, onJump, fieldRef }: NoteListProps) {
  const { t } = useTranslation('review');
  const [text, setText] = useState('');
  const [itemId, setItemId] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    form.addNote({ text: text.trim(), itemId: itemId || null, atSecond: second() });
    setText('');
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
        ref={fieldRef}
        aria-label={t('page.noteText')}
        placeholder={t('page.noteText')}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
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
        <Button variant="default" disabled={text.trim() === ''} onClick={add}>
          {t('page.addNote')}
        </Button>
      </Group>
    </section>
  );
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
