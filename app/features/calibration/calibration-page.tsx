import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ReviewStory } from '#app/features/review/review-story.tsx';
import { CalibrationResults } from './calibration-results.tsx';
import { MarkForm } from './mark-form.tsx';
import type { CalibrationView } from './read-calibration.ts';

type Props = { calibration: CalibrationView };

/** One calibration: what is to be scored, and once it is over, where reviewers differ. */
export function CalibrationPage({ calibration }: Props) {
  const { t } = useTranslation('calibration');
  const { workplace } = useDesk();
  const { id, title, closedAt, isReference, reference, shown, results } = calibration;
  const place = `/t/${workplace.slug}/lead/calibrations`;
  const note = isReference ? t('youAreReference') : t('referenceIs', { name: reference });
  return (
    <Page
      title={title}
      note={closedAt ? note : `${note} ${t('blind')}`}
      back={{ to: place, label: t('back') }}
      actions={
        closedAt ? null : (
          <ActionButton action={`${place}/${id}/closing`} label={t('close')} confirm={t('closeSure')} />
        )
      }
    >
      {results ? <CalibrationResults results={results} card={calibration.card} /> : null}
      <Section title={t('subjects')}>
        <Subjects calibration={calibration} />
      </Section>
      {shown ? <ReviewStory story={shown.story} /> : null}
      {shown && !shown.isMarked && !closedAt ? (
        <MarkForm key={shown.id} card={calibration.card} action={`${place}/${id}/marks/${shown.id}`} />
      ) : null}
    </Page>
  );
}

function Subjects({ calibration: { subjects, closedAt } }: Props) {
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
