import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { ReviewResult } from '#app/features/review/read-review.ts';
import { useMarkText } from '#app/features/review/use-mark-text.ts';
import { type CardItem, itemsOf, marksOf } from '#app/features/scorecard/scorecard.ts';
import type { DisputeInput } from './dispute.ts';

type Proposals = Record<string, { mark: string; comment: string }>;

/** An agent says which marks are wrong and why, or that the work was not his. */
export function DisputeForm({ review }: { review: ReviewResult }) {
  const { t } = useTranslation('dispute');
  const { home, format } = useDesk();
  const { submit, data, state } = useFetcher();
  const fault = useFaults(data);
  const [comment, setComment] = useState('');
  const [proposals, setProposals] = useState<Proposals>({});
  const items = disputedItems(proposals);
  const send = (input: DisputeInput) =>
    submit(input, {
      method: 'post',
      action: `${home}/reviews/${review.id}/disputes`,
      encType: 'application/json',
    });
  return (
    <Section title={t('raise')} note={t('raiseNote', { date: format.fullDay(review.disputableUntil) })}>
      <Stack gap={8} maw={760}>
        {itemsOf(review.card).map((item) => (
          <Proposal
            key={item.id}
            item={item}
            given={review.answers[item.id]}
            proposal={proposals[item.id] ?? { mark: '', comment: '' }}
            onChange={(proposal) => setProposals((before) => ({ ...before, [item.id]: proposal }))}
          />
        ))}
        <Textarea
          label={t('comment')}
          rows={3}
          maxLength={1000}
          value={comment}
          error={fault('comment')}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <FormAlert text={fault('form') ?? fault('items')} />
        <Group>
          <Button
            disabled={items.length === 0}
            loading={state !== 'idle'}
            onClick={() => send({ kind: 'marks', comment, items })}
          >
            {t('send')}
          </Button>
          <Button variant="default" onClick={() => send({ kind: 'wrong-person', comment })}>
            {t('sendNotMine')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function disputedItems(proposals: Proposals) {
  return Object.entries(proposals)
    .filter(([, { mark }]) => mark !== '')
    .map(([itemId, { mark, comment }]) => ({
      itemId,
      proposed: mark === 'skip' ? null : Number(mark),
      comment,
    }));
}

type ProposalProps = {
  item: CardItem;
  given: number | null | undefined;
  proposal: { mark: string; comment: string };
  onChange(proposal: ProposalProps['proposal']): void;
};

function Proposal({ item, given, proposal, onChange }: ProposalProps) {
  const { t } = useTranslation('dispute');
  const markText = useMarkText();
  const others = [...marksOf(item.scale), null].filter((mark) => mark !== given);
  const { title } = item;
  return (
    <Group gap={8} wrap="wrap">
      <Text style={{ flex: '1 1 220px' }}>
        {title}: {markText(item.scale, given)}
      </Text>
      <NativeSelect
        w={140}
        aria-label={t('propose', { title })}
        data={[
          { value: '', label: t('asIs') },
          ...others.map((mark) => ({
            value: mark === null ? 'skip' : String(mark),
            label: markText(item.scale, mark),
          })),
        ]}
        value={proposal.mark}
        onChange={(event) => onChange({ ...proposal, mark: event.currentTarget.value })}
      />
      {proposal.mark === '' ? null : (
        <TextInput
          style={{ flex: '1 1 240px' }}
          aria-label={t('itemComment', { title })}
          placeholder={t('itemComment', { title })}
          maxLength={500}
          value={proposal.comment}
          onChange={(event) => onChange({ ...proposal, comment: event.currentTarget.value })}
        />
      )}
    </Group>
  );
}
