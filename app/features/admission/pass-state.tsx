import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Standing } from './standing.ts';

const colours = { none: 'gray', valid: 'green', over: 'red' } as const;

/** Whether one is admitted, until when, and whether an article is why. */
export function PassState({ pass }: Pick<Standing, 'pass'>) {
  return (
    <Badge color={colours[pass.state]} variant="light" tt="none">
      <PassText pass={pass} />
    </Badge>
  );
}

function PassText({ pass }: Pick<Standing, 'pass'>) {
  const { t } = useTranslation('admission');
  const { format } = useDesk();
  if (pass.state === 'none') return t('pass.none');
  const day = format.fullDay(pass.end.at);
  if (pass.end.change) return t(pass.state === 'valid' ? 'pass.retest' : 'pass.retestOver', { day });
  return t(pass.state === 'valid' ? 'pass.valid' : 'pass.over', { day });
}
