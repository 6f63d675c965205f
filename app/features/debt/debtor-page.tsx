import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Panel, Section, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ContactStanding } from '#app/features/outreach/contact-standing.tsx';
import { useReasonWords } from '#app/features/prediction/use-reason-words.ts';
import { ReceivableJournal } from '#app/features/receivable/receivable-journal.tsx';
import { ContactList } from './contact-list.tsx';
import styles from './debt-facts.module.css';
import { DebtOffers } from './debt-offers.tsx';
import { LadderPicture } from './ladder-picture.tsx';
import type { Debtor } from './read-debtor.ts';
import { SuspensionStory } from './suspension-story.tsx';
import { useCallWords } from './use-call-words.ts';

/** One debtor: what comes next on the left, what may be done about it on the right, all the money below. */
export function DebtorPage({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation('debt');
  const { home, may } = useDesk();
  const { receivable, subscriber } = debtor;
  const panel = (
    <Panel title={t('debtor.offers')}>
      <Facts debtor={debtor} />
      <DebtOffers debtor={debtor} />
      {subscriber && may.barContacts ? <ContactStanding subscriberId={subscriber.id} /> : null}
    </Panel>
  );
  return (
    <Page
      title={subscriber?.name ?? receivable.accountNumber}
      note={<Owed debtor={debtor} />}
      back={{ to: `${home}/debt`, label: t('calls.title') }}
    >
      <Split panel={panel}>
        {debtor.suspensions.length > 0 ? (
          <Section title={t('suspension.title')}>
            {debtor.suspensions.map((one) => (
              <SuspensionStory key={one.id} suspension={one} />
            ))}
          </Section>
        ) : null}
        <Section title={t('ladder.title')}>
          <LadderPicture ladder={debtor.ladder} />
        </Section>
        <Section title={t('contacts.title')}>
          <ContactList contacts={debtor.contacts} />
        </Section>
      </Split>
      <Section title={t('debtor.money')}>
        <ReceivableJournal receivable={receivable} />
      </Section>
    </Page>
  );
}

function Owed({ debtor: { receivable } }: { debtor: Debtor }) {
  const { t } = useTranslation('debt');
  const { format } = useDesk();
  const { balanceKopecks, daysLate, accountNumber } = receivable;
  const said = [
    balanceKopecks > 0 ? `${t('calls.owes')} ${format.money(balanceKopecks)}` : null,
    daysLate > 0 ? t('calls.late', { days: t('days', { count: daysLate }) }) : null,
    t('debtor.account', { number: accountNumber }),
  ];
  return said.filter(Boolean).join(' · ');
}

function Facts({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation(['debt', 'desk']);
  const { home, carrierTitle } = useDesk();
  const { gate: gateWords } = useCallWords();
  const reasonWords = useReasonWords();
  const { line, forecast, gate } = debtor;
  return (
    <dl className={styles.facts}>
      <dt>{t('debtor.line')}</dt>
      <dd>
        {line ? (
          <>
            <Anchor component={Link} to={`${home}/lines/${line.id}`} inherit>
              {line.msisdn}
            </Anchor>{' '}
            <Text span inherit c="dimmed">
              {carrierTitle(line.carrier)}
            </Text>
            {line.blockedBy ? (
              <Text span inherit c="red">
                {` ${t(`desk:card.blocked.${line.blockedBy}`)}`}
              </Text>
            ) : null}
          </>
        ) : (
          t('debtor.wholeAccount')
        )}
      </dd>
      <dt>{t('calls.risk')}</dt>
      <dd>
        {forecast
          ? t('debtor.risk', { percent: Math.round(forecast.probability * 100) })
          : t('calls.noForecast')}
        {forecast && forecast.reasons.length > 0 ? (
          <Text span inherit c="dimmed">
            {` · ${forecast.reasons.map(reasonWords).join(' · ')}`}
          </Text>
        ) : null}
      </dd>
      <dt>{t('calls.gate')}</dt>
      <dd>{gateWords(gate)}</dd>
    </dl>
  );
}
