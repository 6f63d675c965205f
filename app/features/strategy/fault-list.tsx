import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StrategyFault } from './strategy-faults.ts';

/** What is wrong with one step, each with its sign. */
export function FaultList({ faults }: { faults: readonly StrategyFault[] }) {
  const { t } = useTranslation('strategy');
  return faults.map(({ code, level, word = '' }) => {
    const Icon = level === 'error' ? IconCircleX : IconAlertTriangle;
    const colour = level === 'error' ? 'light-dark(#c92a2a, #ff8787)' : 'light-dark(#8a5a00, #ffd43b)';
    return (
      <Text key={`${code} ${word}`} size="xs" c={colour} style={{ display: 'flex', gap: 4 }}>
        <Icon size={14} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        {t(`fault.${code}`, { word, interpolation: { skipOnVariables: true } })}
      </Text>
    );
  });
}
