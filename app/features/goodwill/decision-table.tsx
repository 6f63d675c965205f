import { Anchor, Button, Group, Table, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { DecisionItem } from './read-goodwill.ts';

type Props = { decisions: DecisionItem[]; mayAnswer: boolean };

/** Decisions with what they cost and what came of them; a lead answers and tells stories from here. */
export function DecisionTable({ decisions, mayAnswer }: Props) {
  const { t } = useTranslation('goodwill');
  const { home, format, now } = useDesk();
  return (
    <Wide label={t('all')}>
      <Table>
        <Table.Tbody>
          {decisions.map((decision) => (
            <Table.Tr key={decision.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.stamp(decision.at, now)}</Table.Td>
              <Table.Td>
                {t(`kind.${decision.kind}`)}
                <Text size="xs" c="dimmed">
                  {decision.agentName}, {t(`state.${decision.state}`)}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{format.money(decision.amountKopecks)}</Table.Td>
              <Table.Td style={{ minWidth: 220 }}>
                {decision.reason}
                <div>
                  <Anchor component={Link} to={`${home}/cases/${decision.caseId}`} size="xs">
                    {t('case', { number: decision.caseNumber })}
                  </Anchor>
                </div>
              </Table.Td>
              <Table.Td>
                <Outcome decision={decision} />
              </Table.Td>
              {mayAnswer ? (
                <Table.Td>
                  <LeadButtons decision={decision} />
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Outcome({ decision }: { decision: DecisionItem }) {
  const { t } = useTranslation('goodwill');
  const { home } = useDesk();
  const { id, hasStayed, rating, state } = decision;
  if (state !== 'decided' && state !== 'approved') return null;
  const action = `${home}/goodwill/${id}/outcome`;
  if (hasStayed === null) {
    return (
      <Group gap={4} wrap="nowrap">
        <ActionButton action={action} fields={{ hasStayed: 'yes' }} label={t('hasStayed')} variant="subtle" />
        <ActionButton action={action} fields={{ hasStayed: 'no' }} label={t('hasLeft')} variant="subtle" />
      </Group>
    );
  }
  return (
    <Text size="sm">
      {t(hasStayed ? 'stayed' : 'left')}
      {rating === null ? '' : `, ${t('rating', { rating })}`}
    </Text>
  );
}

function LeadButtons({ decision }: { decision: DecisionItem }) {
  const { t } = useTranslation('goodwill');
  const { home } = useDesk();
  const [isTelling, setTelling] = useState(false);
  if (decision.state === 'asked') {
    const action = `${home}/goodwill/${decision.id}/answer`;
    return (
      <Group gap={4} wrap="nowrap">
        <ActionButton action={action} fields={{ answer: 'approved' }} label={t('approve')} variant="filled" />
        <ActionButton action={action} fields={{ answer: 'declined' }} label={t('decline')} />
      </Group>
    );
  }
  if (decision.state === 'declined') return null;
  return (
    <>
      <Button variant="subtle" size="xs" onClick={() => setTelling(true)}>
        {t(decision.story ? 'story' : 'tell')}
      </Button>
      {isTelling ? <StoryDialog decision={decision} onClose={() => setTelling(false)} /> : null}
    </>
  );
}

function StoryDialog({ decision, onClose }: { decision: DecisionItem; onClose(): void }) {
  const { t } = useTranslation('goodwill');
  const { home } = useDesk();
  const fetcher = useFetcher<{ done?: true }>();
  const fault = useFaults(fetcher.data);
  const isTold = fetcher.state === 'idle' && fetcher.data?.done === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isTold) onClose();
  }, [isTold]);
  return (
    <Dialog title={t('tell')} onClose={onClose} holdsWork>
      <fetcher.Form method="post" action={`${home}/goodwill/${decision.id}/story`}>
        <FormAlert text={fault('form')} />
        <Textarea
          data-autofocus
          name="story"
          label={t('story')}
          description={t('storyHint')}
          rows={4}
          maxLength={1000}
          error={fault('story')}
          defaultValue={decision.story ?? decision.reason}
        />
        <Button type="submit" mt="sm" loading={fetcher.state !== 'idle'}>
          {t('save')}
        </Button>
      </fetcher.Form>
    </Dialog>
  );
}
