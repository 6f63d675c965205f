import { Anchor, Group, Table, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { type PlayerHandle, RecordingPlayer } from '#app/features/review/recording-player.tsx';
import { ReviewStory } from '#app/features/review/review-story.tsx';
import styles from './calibration-page.module.css';
import { CalibrationResults } from './calibration-results.tsx';
import { MarkForm } from './mark-form.tsx';
import type { CalibrationView } from './read-calibration.ts';

type Area = 'lead' | 'client';
type Props = { calibration: CalibrationView; area: Area };

/** One calibration: what is to be scored, and once it is over, where reviewers differ. */
export function CalibrationPage({ calibration, area }: Props) {
  const { t } = useTranslation('calibration');
  const { workplace, home } = useDesk();
  const { id, title, closedAt, isReference, reference, shown, results } = calibration;
  const place = `/t/${workplace.slug}/${area}/calibrations`;
  const note = isReference ? t('youAreReference') : t('referenceIs', { name: reference });
  return (
    <Page
      title={title}
      note={closedAt ? note : `${note} ${t('blind')}`}
      back={{ to: place, label: t('back') }}
      actions={
        closedAt || area === 'client' ? null : <CalibrationDeeds calibration={calibration} place={place} />
      }
    >
      {results ? <CalibrationResults results={results} card={calibration.card} /> : null}
      <Section title={t('subjects')}>
        <Subjects calibration={calibration} />
      </Section>
      {area === 'client' ? <Text c="dimmed">{t('client.redacted')}</Text> : null}
      {shown ? (
        <div className={styles.work}>
          <div>
            {shown.recordings.map((contactId) => (
              <Recording key={contactId} address={soundOf({ area, home, place, id, contactId })} />
            ))}
            <ReviewStory story={shown.story} />
          </div>
          {!shown.isMarked && !closedAt ? (
            <MarkForm key={shown.id} card={calibration.card} action={`${place}/${id}/marks/${shown.id}`} />
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}

type Sound = { area: Area; home: string; place: string; id: string; contactId: string };

/** Each hearing is logged, by whichever way it goes. */
function soundOf({ area, home, place, id, contactId }: Sound): string {
  return area === 'lead'
    ? `${home}/contacts/${contactId}/recording`
    : `${place}/${id}/recordings/${contactId}`;
}

function Recording({ address }: { address: string }) {
  return <RecordingPlayer address={address} ref={useRef<PlayerHandle>(null)} />;
}

type DeedProps = { calibration: CalibrationView; place: string };

/** What may still be done: to ask the client company, to let it hear, to end. */
function CalibrationDeeds({ calibration: { id, shared, mayShareRecordings }, place }: DeedProps) {
  const { t } = useTranslation('calibration');
  const isInvited = shared.includes('work');
  const mayShare = isInvited && mayShareRecordings && !shared.includes('recordings');
  return (
    <Group gap="xs">
      {isInvited ? (
        <Text c="dimmed">{t(shared.includes('recordings') ? 'client.hears' : 'client.invited')}</Text>
      ) : (
        <ActionButton
          action={`${place}/${id}/invitation`}
          label={t('client.invite')}
          confirm={t('client.inviteSure')}
        />
      )}
      {mayShare ? (
        <ActionButton
          action={`${place}/${id}/sharing`}
          label={t('client.share')}
          confirm={t('client.shareSure')}
        />
      ) : null}
      <ActionButton action={`${place}/${id}/closing`} label={t('close')} confirm={t('closeSure')} />
    </Group>
  );
}

function Subjects({ calibration: { subjects, closedAt } }: Pick<Props, 'calibration'>) {
  const { t } = useTranslation('calibration');
  return (
    <Wide label={t('subjects')}>
      <Table maw={560} verticalSpacing={4}>
        <Table.Tbody>
          {subjects.map(({ id, number, isMarked, markedBy }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`?work=${id}`} preventScrollReset>
                  {t('subject', { number })}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {isMarked ? t('marked') : closedAt ? '—' : <Text fw={500}>{t('toMark')}</Text>}
              </Table.Td>
              <Table.Td>{t('by', { count: markedBy })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
