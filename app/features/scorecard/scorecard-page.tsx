import { Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { CardReading } from './card-reading.tsx';
import { CardSection } from './card-section.tsx';
import type { ScorecardView } from './read-scorecards.ts';
import { useCardForm } from './use-card-form.ts';

/** One card: what it asks, from when it holds, what it asked before. */
export function ScorecardPage({ card }: { card: ScorecardView }) {
  const { t } = useTranslation('scorecard');
  const { workplace } = useDesk();
  return (
    <Page
      title={card.title}
      note={t(card.hasDraft ? 'draftNote' : 'lockedNote')}
      back={{ to: `/t/${workplace.slug}/plan/scorecards`, label: t('back') }}
    >
      {card.mayWrite ? (
        <CardEditor card={card} />
      ) : (
        <Section title={t('items')}>
          <CardReading content={card.content} />
        </Section>
      )}
      {card.hasDraft && card.mayWrite ? <Holding card={card} /> : null}
      <History versions={card.versions} />
    </Page>
  );
}

function CardEditor({ card }: { card: ScorecardView }) {
  const { t } = useTranslation('scorecard');
  const form = useCardForm(card.content);
  const { settle } = form;
  const { submit, data, state } = useFetcher<{ drafted?: number }>();
  const fault = useFaults(data);
  const said = ['form', 'weight', 'title', 'items', 'sections', 'capPercent', 'hint', 'other'] as const;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (data?.drafted) settle();
  }, [data]);
  return (
    <Section title={t('items')}>
      {form.content.sections.map((section) => (
        <CardSection key={section.id} section={section} form={form} />
      ))}
      <Group align="end">
        <Button variant="default" onClick={form.addSection}>
          {t('addSection')}
        </Button>
        <NumberInput
          label={t('capPercent')}
          value={form.content.capPercent}
          min={0}
          max={100}
          onChange={(percent) => form.setCap(Number(percent))}
        />
      </Group>
      <FormAlert text={said.map(fault).find(Boolean)} />
      <Group>
        <Button
          loading={state !== 'idle'}
          disabled={!form.isTouched}
          onClick={() => submit(form.content, { method: 'post', encType: 'application/json' })}
        >
          {t('save')}
        </Button>
        <Text c="dimmed" role="status">
          {form.isTouched ? t('unsaved') : data?.drafted ? t('saved') : null}
        </Text>
      </Group>
    </Section>
  );
}

function Holding({ card }: { card: ScorecardView }) {
  const { t } = useTranslation('scorecard');
  const { format, workplace } = useDesk();
  const action = `/t/${workplace.slug}/plan/scorecards/${card.id}/holding`;
  return (
    <Section title={t('hold')} note={t('holdNote')}>
      {card.reviewsOfSeason > 0 ? <Text>{t('midSeason', { count: card.reviewsOfSeason })}</Text> : null}
      <Group>
        {card.reviewsOfSeason === 0 ? (
          <ActionButton action={action} fields={{ from: 'now' }} label={t('holdNow')} />
        ) : null}
        {card.nextSeason ? (
          <ActionButton
            action={action}
            fields={{ from: 'next-season' }}
            label={t('holdNext', { date: format.fullDay(card.nextSeason) })}
          />
        ) : (
          <Text c="dimmed">{t('noNext')}</Text>
        )}
      </Group>
    </Section>
  );
}

function History({ versions }: Pick<ScorecardView, 'versions'>) {
  const { t } = useTranslation('scorecard');
  const { format } = useDesk();
  return (
    <Section title={t('history')}>
      <Wide label={t('history')}>
        <Table maw={640} verticalSpacing={4}>
          <Table.Tbody>
            {versions.map(({ version, holdsFrom, by, changedAt }) => (
              <Table.Tr key={version}>
                <Table.Td>
                  {holdsFrom ? t('version', { version, date: format.fullDay(holdsFrom) }) : t('historyDraft')}
                </Table.Td>
                <Table.Td>{by}</Table.Td>
                <Table.Td>{format.moment(changedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
