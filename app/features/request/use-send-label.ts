import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Preview } from '#carriers/port.ts';

type Sending = { carrier: string; preview: Preview | null; scheduledFor: Date | null };

/** What the button will do, in full: «Отправить заявку в МТС — 150 ₽ сейчас, 300 ₽ в месяц с 1 декабря». */
export function useSendLabel({ carrier, preview, scheduledFor }: Sending): string {
  const { t } = useTranslation('desk');
  const { format } = useDesk();
  if (!preview) return t('create.assign');
  const { feeNowKopecks: now, feeMonthKopecks: month, effectiveAt } = preview;
  const monthly = month === null ? null : t('create.termMonth', { fee: format.money(month) });
  const from = effectiveAt ? t('create.termFrom', { day: format.day(new Date(effectiveAt)) }) : null;
  const terms = [
    now === null ? null : t('create.termNow', { fee: format.money(now) }),
    [monthly, from].filter(Boolean).join(' ') || null,
  ]
    .filter(Boolean)
    .join(', ');
  const time = scheduledFor ? format.moment(scheduledFor) : null;
  if (time) return terms ? t('create.schedule', { time, terms }) : t('create.schedulePlain', { time });
  return terms ? t('create.send', { carrier, terms }) : t('create.sendPlain', { carrier });
}
