import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { ListedNotice } from './read-notices.ts';

/** Says a notice in one sentence. */
export function useNoticeWords(): (notice: Pick<ListedNotice, 'told' | 'who'>) => string {
  const { t } = useTranslation(['notice', 'sla']);
  const { format } = useDesk();
  return ({ told, who }) => {
    const name = who ?? t('somebody');
    switch (told.kind) {
      case 'alarm': {
        const values = {
          target: t(`sla:target.${told.target}`),
          percent: told.share / 10,
          level: told.level,
        };
        return told.level === 0 ? t('told.warning', values) : t('told.escalation', values);
      }
      case 'mention':
        return t('told.mention', { name });
      case 'goodwill-asked':
        return t('told.asked', { name, amount: format.money(told.amountKopecks) });
      case 'goodwill-answered':
        return t(`told.${told.answer}`, { name });
      case 'reply-failed':
        return t(`told.reply-${told.state}`);
      case 'restoration':
        return t(told.isMissed ? 'told.restoration-missed' : 'told.restoration-due', {
          by: format.moment(new Date(told.restoreBy)),
        });
      case 'drift':
        return t('told.drift', { features: told.features });
      case 'shift':
        return t(`told.${told.news}`, { name, date: format.period(told.date, told.date) });
      case 'follow':
        return t(`told.wrote-${told.wrote}`, { name });
    }
  };
}
