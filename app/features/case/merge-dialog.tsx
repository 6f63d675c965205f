import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickDialog } from './pick-dialog.tsx';
import type { CaseDetail } from './read-case-detail.ts';
import { useCaseLinks } from './use-case-links.ts';

type MergeProps = { detail: CaseDetail; onMerge(intoId: string): void; onClose(): void };

/** Which case this one goes into: the subscriber's other ones first, any by its number or person. */
export function MergeDialog({ detail, onMerge, onClose }: MergeProps) {
  const { t } = useTranslation('case');
  const [text, setText] = useState('');
  const { cases } = useCaseLinks(text);
  const offered = text.trim() ? cases : detail.otherCases;
  const choices = offered
    .filter(({ id, state }) => id !== detail.id && state !== 'closed' && state !== 'merged')
    .map(({ id, number, subject, state }) => ({
      value: id,
      label: `${t('number', { number })} · ${subject}`,
      note: t(`state.${state}`),
    }));
  return (
    <PickDialog
      title={t('merge.title', { number: detail.number })}
      choices={choices}
      onSearch={setText}
      onPick={({ value }) => onMerge(value)}
      onClose={onClose}
    >
      <Text c="dimmed" size="xs" mt="xs">
        {t('merge.hint')}
      </Text>
    </PickDialog>
  );
}
