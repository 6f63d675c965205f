import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { ListedTalk } from './read-desk.ts';

type Said = { text: string; tone: 'grey' | 'amber' | 'red' };

/** How long there is: in a word for the list, in a sentence for the talk. */
export function useClockWords() {
  const { t } = useTranslation('save');
  const { format } = useDesk();
  const day = (date: string) => format.day(new Date(date));

  function short(talk: ListedTalk): Said {
    if (talk.state === 'stayed')
      return { text: t('clock.follow', { count: Math.max(0, talk.followDaysLeft ?? 0) }), tone: 'grey' };
    if (talk.state !== 'open') return { text: t(`state.${talk.state}`), tone: 'grey' };
    const { daysLeft, clockOn } = talk;
    if (daysLeft < 0) return { text: t('clock.past', { date: day(clockOn) }), tone: 'red' };
    if (daysLeft === 0) return { text: t('clock.today'), tone: 'red' };
    return { text: t('clock.left', { count: daysLeft }), tone: daysLeft <= 2 ? 'amber' : 'grey' };
  }

  function long({ wish, appliedOn, clockOn }: ListedTalk): string {
    if (wish === 'disconnect') return t('clock.atOnce');
    if (!appliedOn) return t('clock.notApplied', { date: day(clockOn) });
    return t('clock.applied', { applied: day(appliedOn), date: day(clockOn) });
  }

  return { short, long };
}
