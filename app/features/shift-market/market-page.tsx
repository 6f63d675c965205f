import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { ShiftRow, ShiftRows } from '#app/components/shift-row.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useSpan } from '#app/components/use-span.ts';
import type { Market, MarketOffer } from './read-market.ts';

type Shift = MarketOffer['shift'];

/** What a person may take, and what he offers or has taken himself. */
export function MarketPage({ offers, own, barred, refused }: Market) {
  const { t } = useTranslation('life');
  const { home, format } = useDesk();
  return (
    <Page
      title={t('market.title')}
      note={t('market.note')}
      back={{ to: `${home}/shifts`, label: t('title') }}
    >
      <Section title={t('market.offers')}>
        {offers.length === 0 ? <NothingHere text={t('market.none')} hint={t('market.noneHint')} /> : null}
        <ShiftRows>
          {offers.map((offer) => (
            <ShiftRow
              key={offer.id}
              shift={offer.shift}
              wanted={offer.wanted}
              facts={factsOf(t(offer.wanted ? 'market.swaps' : 'market.gives', { name: offer.by }), offer)}
            >
              <ActionButton
                action={`${home}/shifts/offers/${offer.id}/taking`}
                label={t('market.take')}
                about={format.date(offer.shift.date)}
                confirm={offer.needsPlanner ? t('market.needsPlanner') : t('market.takeSure')}
                variant="filled"
              />
            </ShiftRow>
          ))}
        </ShiftRows>
        {barred.length > 0 ? <Barred barred={barred} /> : null}
      </Section>
      {own.length > 0 ? <Own own={own} /> : null}
      {refused.length > 0 ? <Refused refused={refused} /> : null}
    </Page>
  );
}

/** What is offered and not for him, each with the rule that stands against it. */
function Barred({ barred }: Pick<Market, 'barred'>) {
  const { t } = useTranslation('life');
  const { t: tError } = useTranslation('errors');
  return (
    <details>
      <summary>{t('market.hidden', { count: barred.length })}</summary>
      <List size="sm" listStyleType="none">
        {barred.map(({ id, by, shift, rules }) => (
          <List.Item key={id}>
            <When shift={shift} />, {t('market.gives', { name: by })}:{' '}
            <Text span c="dimmed">
              {rules.map((rule) => tError(`broken-${rule}`)).join('; ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </details>
  );
}

function Own({ own }: Pick<Market, 'own'>) {
  const { t } = useTranslation('life');
  const { home, format } = useDesk();
  return (
    <Section title={t('market.own')}>
      <ShiftRows>
        {own.map((offer) => (
          <ShiftRow
            key={offer.id}
            shift={offer.shift}
            wanted={offer.wanted}
            facts={factsOf(t(`market.state.${offer.state === 'taken' ? 'taken' : 'open'}`), offer)}
          >
            <ActionButton
              action={`${home}/shifts/offers/${offer.id}/ending`}
              fields={{ move: offer.isTakenByHim ? 'release' : 'withdraw' }}
              label={t(offer.isTakenByHim ? 'market.release' : 'withdraw')}
              about={format.date(offer.shift.date)}
            />
          </ShiftRow>
        ))}
      </ShiftRows>
    </Section>
  );
}

function Refused({ refused }: Pick<Market, 'refused'>) {
  const { t } = useTranslation('life');
  return (
    <Section title={t('market.refused')}>
      <List size="sm" listStyleType="none">
        {refused.map(({ id, shift, refusal }) => (
          <List.Item key={id}>
            {shift ? <When shift={shift} /> : null}{' '}
            <Text span c="dimmed">
              {refusal ?? t('market.noReason')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

/** What is said of an offer, with what its owner wrote. */
function factsOf(text: string, { reason }: { reason: string | null }): string {
  return [text, reason].filter(Boolean).join(' · ');
}

/** A shift's day and hours. */
export function When({ shift }: { shift: Pick<Shift, 'date' | 'startsAt' | 'endsAt'> }) {
  const { format } = useDesk();
  const span = useSpan();
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {format.date(shift.date)}, <strong>{span(shift.startsAt, shift.endsAt)}</strong>
    </span>
  );
}
