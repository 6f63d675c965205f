import { Button, Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { ReviewResult } from '#app/features/review/read-review.ts';
import { useMarkText } from '#app/features/review/use-mark-text.ts';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';

type Props = { review: ReviewResult; judged: NonNullable<ReviewResult['judged']> };

/** A lead agrees with all, some or none of what is disputed, and says why. */
export function VerdictForm({ review, judged }: Props) {
  const { t } = useTranslation('dispute');
  const { workplace } = useDesk();
  const markText = useMarkText();
  const { submit, data, state } = useFetcher();
  const fault = useFaults(data);
  const [accepted, setAccepted] = useState<string[]>([]);
  const [movedTo, setMovedTo] = useState('');
  const [verdict, setVerdict] = useState('');
  const dispute = review.disputes.find(({ id }) => id === judged.id);
  const items = itemsOf(review.card).flatMap((item) => {
    const proposal = dispute?.items.find(({ itemId }) => itemId === item.id);
    return proposal ? [{ ...item, proposed: proposal.proposed }] : [];
  });
  const others = judged.colleagues.filter(({ id }) => id !== review.agent.id);
  return (
    <Section title={t('judge')}>
      <Stack gap={8} maw={560}>
        <FormAlert text={fault('form')} />
        {dispute?.kind === 'wrong-person' ? (
          <NativeSelect
            label={t('whose')}
            data={[
              { value: '', label: t('nobody') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={movedTo}
            onChange={(event) => setMovedTo(event.currentTarget.value)}
          />
        ) : (
          <Checkbox.Group value={accepted} onChange={setAccepted}>
            <Stack gap={6}>
              {items.map(({ id, title, scale, proposed }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={t('agree', { title, mark: markText(scale, proposed) })}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Textarea
          label={t('verdictField')}
          rows={3}
          maxLength={1000}
          value={verdict}
          error={fault('verdict')}
          onChange={(event) => setVerdict(event.currentTarget.value)}
        />
        <Button
          style={{ alignSelf: 'start' }}
          loading={state !== 'idle'}
          onClick={() =>
            submit(
              { accepted, movedTo: movedTo || null, verdict },
              {
                method: 'post',
                action: `/t/${workplace.slug}/lead/disputes/${judged.id}/verdict`,
                encType: 'application/json',
              },
            )
          }
        >
          {t('decide')}
        </Button>
      </Stack>
    </Section>
  );
}
