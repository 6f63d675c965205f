import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { ShiftRow } from '#app/components/shift-row.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useSpan } from '#app/components/use-span.ts';
import type { MyShift } from './read-my-shifts.ts';
import { SwapButton } from './swap-button.tsx';

/** One shift in a line: when, its breaks, what is asked of its owner and what he may do. */
export function ShiftItem({ shift }: { shift: MyShift }) {
  const { t } = useTranslation('life');
  const { carrierTitle } = useDesk();
  const span = useSpan();
  const { breaks, skill, isSeen, isCancelled, offer } = shift;
  const facts = [
    isCancelled ? t('cancelled') : null,
    isSeen ? null : t('new'),
    skill ? carrierTitle(skill) : null,
    ...breaks.map((one) => {
      const [from = '', to = ''] = span(one.startsAt, one.endsAt).split('–');
      return t('break', { from, to });
    }),
    offer ? t('onOffer') : null,
  ];
  return (
    <ShiftRow
      shift={shift}
      isNew={!isSeen}
      isCancelled={isCancelled}
      facts={
        <>
          {facts.filter(Boolean).join(' · ')}
          {shift.waitsForConsent ? (
            <Text size="xs" c="red">
              {t('consent')}
            </Text>
          ) : null}
        </>
      }
    >
      {isCancelled ? null : <Deeds shift={shift} />}
    </ShiftRow>
  );
}

function Deeds({ shift: { id, version, date, waitsForConsent, offer, startsAt } }: { shift: MyShift }) {
  const { t } = useTranslation('life');
  const { home, now, format } = useDesk();
  const action = `${home}/shifts/told/${id}`;
  const about = format.date(date);
  if (waitsForConsent) {
    return (
      <>
        <ActionButton
          action={`${action}/answer`}
          fields={{ answer: 'agree', version: `${version}` }}
          label={t('agree')}
          about={about}
          variant="filled"
        />
        <ActionButton
          action={`${action}/answer`}
          fields={{ answer: 'decline', version: `${version}` }}
          label={t('decline')}
          about={about}
        />
      </>
    );
  }
  if (offer) {
    return (
      <ActionButton
        action={`${home}/shifts/offers/${offer.id}/ending`}
        fields={{ move: 'withdraw' }}
        label={t('withdraw')}
        about={about}
      />
    );
  }
  return startsAt > now ? <SwapButton shiftId={id} about={about} /> : null;
}
