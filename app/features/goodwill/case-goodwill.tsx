import { Button, Text } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './case-goodwill.module.css';
import { GoodwillDialog } from './goodwill-dialog.tsx';
import type { CaseDecision } from './read-goodwill.ts';

/** What was decided in the subscriber's favour in this case, and the button to decide more. */
export function CaseGoodwill({ caseId, decisions }: { caseId: string; decisions: CaseDecision[] }) {
  const { t } = useTranslation('goodwill');
  const { format } = useDesk();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ul className={styles.decisions}>
        {decisions.map(({ id, kind, amountKopecks, state, agentName }) => (
          <li key={id}>
            {t(`kind.${kind}`)}
            {amountKopecks > 0 ? `, ${format.money(amountKopecks)}` : ''}
            <Text size="xs" c="dimmed">
              {agentName}, {t(`state.${state}`)}
            </Text>
          </li>
        ))}
      </ul>
      <Button variant="default" leftSection={<IconHeartHandshake size={14} />} onClick={() => setOpen(true)}>
        {t('give')}
      </Button>
      {isOpen ? <GoodwillDialog caseId={caseId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
