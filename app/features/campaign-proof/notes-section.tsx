import { Button, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { ProofView } from './read-proof.ts';
import styles from './share-picture.module.css';

/** What managers wrote about the campaign, for whoever plans the next one. */
export function NotesSection({ view: { campaign, notes, mayWrite } }: { view: ProofView }) {
  const { t } = useTranslation('proof');
  const { format } = useDesk();
  return (
    <Section title={t('notes.title')} note={t('notes.note')}>
      {notes.length === 0 ? <Text c="dimmed">{t('notes.none')}</Text> : null}
      {notes.map(({ id, text, at }) => (
        <div key={id} className={styles.note}>
          <Text size="xs" c="dimmed">
            {format.fullDay(new Date(at))}
          </Text>
          {text}
        </div>
      ))}
      {mayWrite ? <NoteForm campaignId={campaign.id} count={notes.length} /> : null}
    </Section>
  );
}

/** Written anew after each note: the field is empty again. */
function NoteForm({ campaignId, count }: { campaignId: string; count: number }) {
  const { t } = useTranslation('proof');
  const { slug } = useDesk().workplace;
  const fetcher = useFetcher<unknown>();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form
      key={count}
      method="post"
      action={`/t/${slug}/plan/campaigns/${campaignId}/notes`}
      style={{ display: 'grid', gap: 8, maxWidth: 760, justifyItems: 'start' }}
    >
      <FormAlert text={fault('form')} />
      <Textarea
        w="100%"
        name="text"
        label={t('notes.field')}
        error={fault('text')}
        autosize
        minRows={2}
        maxLength={2000}
      />
      <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
        {t('notes.add')}
      </Button>
    </fetcher.Form>
  );
}
