import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { EntryItem } from './read-own-game.ts';

/** Why an entry is so many points: the rule, its share, its weight, its cap, and until when it can change. */
export function EntryReasons({ entry }: { entry: EntryItem }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const { why, raw, applied, cap, capReason, sourceType } = entry;
  const number = (value: unknown) => format.count(Math.round(Number(value)));
  const amount = (count: number) => t('points', { count });
  const reasons = [
    t('explain.rule', { title: entry.title, version: entry.version, full: amount(entry.points) }),
    typeof why?.percent === 'number' ? t('explain.share', { percent: number(why.percent) }) : null,
    isWeighed(why)
      ? t('explain.weight', {
          difficulty: number(why?.difficultyPercent),
          hours: number(why?.shiftHours),
          raw: amount(Math.abs(raw)),
        })
      : null,
    entry.kind === 'reversal' ? t('explain.reversed') : null,
    cap && capReason && entry.kind === 'award'
      ? t('explain.capped', {
          span: t(`capSpan.${capReason}`),
          cap: amount(cap.points),
          applied: format.count(applied),
          raw: amount(raw),
        })
      : null,
    cap && capReason && entry.kind === 'reversal' ? t('explain.freed') : null,
    entry.isLate ? t('explain.late') : null,
    t(sourceType === 'review' ? 'explain.dispute' : 'explain.disputeCase'),
    entry.finalAt ? t('provisionalUntil', { date: format.day(entry.finalAt) }) : t('final'),
  ];
  return reasons.map((reason) =>
    reason === null ? null : (
      <Text key={reason} size="sm">
        {reason}
      </Text>
    ),
  );
}

function isWeighed(why: EntryItem['why']): boolean {
  return why?.difficultyPercent !== undefined && (why.difficultyPercent !== 100 || why.shiftHours !== 8);
}
