import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';

export type ShownPreview = {
  days: number;
  isCut: boolean;
  present: number | null;
  facts: number;
  gated: number;
  heldBack: number;
  points: number;
  agents: { name: string; points: number }[];
};

/** What a rule would have brought, before it is saved. */
export function PreviewNote({ preview }: { preview: ShownPreview }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const amount = (count: number) => t('points', { count });
  const { days, facts, gated, points, present, heldBack, isCut, agents } = preview;
  const said = [
    t('rules.preview.facts', { count: facts, gated: format.count(gated) }),
    t('rules.preview.sum', { points: amount(points) }),
    present === null ? null : t('rules.preview.against', { points: amount(present) }),
    heldBack > 0 ? t('rules.preview.heldBack', { points: amount(heldBack) }) : null,
    isCut ? t('rules.preview.cut') : null,
  ];
  const most = agents.map(({ name, points: sum }) => `${name} — ${format.count(sum)}`).join(', ');
  return (
    <Alert title={t('rules.preview.title', { days })} variant="light" p="xs" role="status">
      <Text size="sm">{said.filter(Boolean).join(' ')}</Text>
      {most ? (
        <Text size="sm" mt={4}>
          {t('rules.preview.who')}: {most}
        </Text>
      ) : null}
    </Alert>
  );
}
