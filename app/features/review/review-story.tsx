import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Conversation } from '#app/features/conversation/conversation.tsx';
import { RequestTimeline } from '#app/features/request/request-timeline.tsx';
import { useSubjectText } from '#app/features/request/use-subject-text.ts';
import type { Story } from './read-story.ts';

/** What was said and done, as the desk shows it. */
export function ReviewStory({ story }: { story: Story }) {
  const { t } = useTranslation('review');
  const subjectText = useSubjectText();
  if (!story) {
    return (
      <Text c="dimmed" p="md">
        {t('page.noStory')}
      </Text>
    );
  }
  if (story.type === 'case') {
    return (
      <>
        <Text fw={600} px="md" pt="sm">
          {story.subject}
        </Text>
        <Conversation detail={story} readBefore={null} onTakenBack={() => {}} />
      </>
    );
  }
  return (
    <div style={{ padding: 16 }}>
      <Text fw={600}>{subjectText(story.subject)}</Text>
      <RequestTimeline detail={story} />
    </div>
  );
}
