import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { readLetters } from './print-letters.ts';

/** Letters of ladders: those that wait for the press, and the files that went to the post. */
export function LetterSection({ letters }: { letters: Awaited<ReturnType<typeof readLetters>> }) {
  const { t } = useTranslation('outreach');
  const { format, workplace } = useDesk();
  const place = `/t/${workplace.slug}/plan/debt/letters`;
  const { waiting, files } = letters;
  return (
    <Section title={t('letters.title')} note={t('letters.note')}>
      {waiting > 0 ? (
        <ActionButton action={place} label={t('letters.print', { count: waiting })} variant="default" />
      ) : (
        <Text c="dimmed">{t('letters.none')}</Text>
      )}
      <List size="sm">
        {files.map((file) => (
          <List.Item key={file.id}>
            <a href={`${place}/${file.id}`} download>
              {t('letters.file', { count: file.letters, at: format.moment(file.madeAt) })}
            </a>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
