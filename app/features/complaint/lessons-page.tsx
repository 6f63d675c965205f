import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { LessonDigest } from './read-lessons.ts';

/** What a month's complaints taught, by topic; each opens its case. */
export function LessonsPage({ digest }: { digest: LessonDigest }) {
  const { t, i18n } = useTranslation('case');
  const { home, format, carrierTitle } = useDesk();
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const nameOf = (text: string) => month.format(new Date(`${text}-01T00:00:00Z`));
  return (
    <Page
      title={`${t('lessons.title')}: ${nameOf(digest.month)}`}
      note={t('lessons.note')}
      actions={
        <Group gap="md">
          <Anchor component={Link} to={`?month=${digest.before}`}>
            ← {t('lessons.before')}
          </Anchor>
          <Anchor component={Link} to={`?month=${digest.after}`}>
            {t('lessons.after')} →
          </Anchor>
        </Group>
      }
    >
      {digest.groups.length === 0 ? (
        <Stack gap={4}>
          <Text fw={600}>{t('lessons.empty')}</Text>
          <Text c="dimmed">{t('lessons.emptyHint')}</Text>
        </Stack>
      ) : null}
      {digest.groups.map(({ topic, lessons }) => (
        <Section key={topic} title={`${topic ?? t('lessons.noTopic')} · ${lessons.length}`}>
          {lessons.map((lesson) => (
            <div key={lesson.caseId}>
              <Text maw="72ch" style={{ whiteSpace: 'pre-wrap' }}>
                {lesson.text}
              </Text>
              <Text c="dimmed" size="xs">
                <Anchor component={Link} to={`${home}/cases/${lesson.caseId}`}>
                  {t('number', { number: lesson.number })} {lesson.subject}
                </Anchor>
                {[lesson.carrier ? carrierTitle(lesson.carrier) : null, lesson.who, format.day(lesson.at)]
                  .filter(Boolean)
                  .map((part) => ` · ${part}`)
                  .join('')}
              </Text>
            </div>
          ))}
        </Section>
      ))}
    </Page>
  );
}
