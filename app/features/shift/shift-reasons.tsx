import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { ShiftReasonsView } from './read-shift-reasons.ts';
import { useGapWords } from './use-gap-words.ts';

/** Why a shift is there and what keeps others from it; read when it is opened. */
export function ShiftReasons({ rosterId, shiftId }: { rosterId: string; shiftId: string }) {
  const { t } = useTranslation('shift');
  const { workplace } = useDesk();
  const { data: view, hasFailed, load } = useLoaded<ShiftReasonsView>();
  const address = `/t/${workplace.slug}/plan/shifts/${rosterId}/shifts/${shiftId}/reasons`;
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void load(address);
      }}
    >
      <summary>{t('why.title')}</summary>
      {view ? (
        <Reasons {...view} />
      ) : (
        <Text size="sm" role="status">
          {t(hasFailed ? 'why.unread' : 'why.reading')}
        </Text>
      )}
    </details>
  );
}

function Reasons({ reasons, others }: ShiftReasonsView) {
  const { t } = useTranslation('shift');
  const words = useGapWords();
  const said = reasons.map((reason) => {
    switch (reason.code) {
      case 'needed':
        return t('why.needed', { who: words.work([reason.skill]), hours: reason.slots / 2 });
      case 'spare':
        return t('why.spare', { hours: reason.slots / 2 });
      case 'pinned':
        return t('why.pinned');
      case 'agreed-hours':
        return t(`why.agreed.${reason.span}`, { hours: reason.minutes / 60 });
      default:
        return t(`why.${reason.code}`, { wish: t(`wish.${reason.kind}`) });
    }
  });
  const instead = others.map((reason) =>
    reason.code === 'needed-elsewhere' ? t('why.could', { people: reason.people }) : words.reason(reason),
  );
  return (
    <List size="sm" spacing={2}>
      {said.map((one) => (
        <List.Item key={one}>{one}</List.Item>
      ))}
      {instead.length > 0 ? <List.Item>{t('why.others', { others: instead.join('; ') })}</List.Item> : null}
    </List>
  );
}
