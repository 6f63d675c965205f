import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import styles from './line-offers.module.css';
import type { LineOffers as Offers } from './read-line-offers.ts';

type Props = {
  offers: Offers;
  /** The talk or the case they are proposed in. */
  saveId?: string | null;
  caseId?: string | null;
};

/** What to offer, with the words to say and the answer to note; beneath it what was offered before. */
export function LineOffers({ offers, saveId = null, caseId = null }: Props) {
  const { t } = useTranslation('offer');
  const waiting = offers.uses.filter(({ state }) => state === 'proposed');
  const proposedHere = saveId ? offers.uses.filter((use) => use.saveId === saveId).length : 0;
  const isEnough = saveId !== null && proposedHere >= offers.mostProposals;
  const proposable = isEnough || !offers.mayPropose ? [] : offers.offers.slice(0, 3);
  return (
    <Stack gap="sm">
      <ul className={styles.list}>
        {waiting.map((use) => (
          <WaitingUse key={use.id} use={use} />
        ))}
        {proposable
          .filter(({ id }) => !waiting.some(({ offerId }) => offerId === id))
          .map((offer, index) => (
            <ProposableOffer
              key={offer.id}
              offer={offer}
              isBest={index === 0}
              lineId={offers.lineId}
              where={{ saveId, caseId }}
            />
          ))}
      </ul>
      {isEnough ? <Text size="sm">{t('line.enough', { count: offers.mostProposals })}</Text> : null}
      {proposable.length + waiting.length === 0 && !isEnough ? (
        <NothingHere text={t('line.none')} hint={t('line.noneHint')} />
      ) : null}
      <Unfit unfit={offers.unfit} />
      <Before uses={offers.uses.filter(({ state }) => state !== 'proposed')} />
    </Stack>
  );
}

type ProposableProps = {
  offer: Offers['offers'][number];
  isBest: boolean;
  lineId: string;
  where: { saveId: string | null; caseId: string | null };
};

function ProposableOffer({ offer, isBest, lineId, where }: ProposableProps) {
  const { t } = useTranslation('offer');
  const { home, format } = useDesk();
  const fetcher = useFetcher();
  const [formToken, setFormToken] = useState(() => crypto.randomUUID());
  useRefusalNotice(fetcher.data);
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined;
  useEffect(() => {
    if (isDone) setFormToken(crypto.randomUUID());
  }, [isDone]);
  const { valueKopecks, isExplored, effect } = offer;
  const value = valueKopecks > 0 ? t('line.value', { value: format.money(valueKopecks) }) : t('line.loses');
  const known = effect.isKnown ? value : t('notKnown');
  return (
    <li className={styles.offer}>
      <Text fw={isBest ? 600 : 400}>{offer.name}</Text>
      <span className={styles.words}>{offer.words}</span>
      <Text size="xs" c="dimmed">
        {[
          isExplored ? t('line.explored') : isBest ? t('line.best') : null,
          isExplored ? null : known,
          t('line.costs', { cost: format.money(offer.costKopecks) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <div>
        <Button
          size="xs"
          variant={isBest ? 'filled' : 'default'}
          loading={fetcher.state !== 'idle'}
          onClick={() =>
            void fetcher.submit(
              { formToken, offerId: offer.id, ...where },
              { method: 'post', action: `${home}/lines/${lineId}/offers`, encType: 'application/json' },
            )
          }
        >
          {t('line.propose')}
        </Button>
      </div>
    </li>
  );
}

type Use = Offers['uses'][number];

function WaitingUse({ use }: { use: Use }) {
  const { t } = useTranslation('offer');
  const { home } = useDesk();
  return (
    <li className={styles.offer}>
      <Text fw={600}>{use.name}</Text>
      <span className={styles.words}>{use.words}</span>
      <Text size="xs" c="dimmed">
        {t('line.proposed')}
      </Text>
      <div className={styles.answers}>
        <ActionButton
          action={`${home}/offer-uses/${use.id}/acceptance`}
          label={t('line.yes')}
          variant="filled"
        />
        <ActionButton action={`${home}/offer-uses/${use.id}/declining`} label={t('line.no')} />
      </div>
    </li>
  );
}

function Unfit({ unfit }: Pick<Offers, 'unfit'>) {
  const { t } = useTranslation('offer');
  if (unfit.length === 0) return null;
  return (
    <details>
      <summary className={styles.quiet}>{t('line.unfit', { count: unfit.length })}</summary>
      <ul>
        {unfit.map(({ id, name, fault }) => (
          <li key={id}>
            {name}: <span className={styles.quiet}>{t(`fault.${fault}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Before({ uses }: { uses: Use[] }) {
  const { t } = useTranslation('offer');
  const { format, now } = useDesk();
  if (uses.length === 0) return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('line.before')}
      </Text>
      <ul className={styles.list}>
        {uses.slice(0, 5).map((use) => (
          <li key={use.id}>
            {use.name}, {t(`useState.${use.state}`)}{' '}
            <span className={styles.quiet}>{format.stamp(use.at, now)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
