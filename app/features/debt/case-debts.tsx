import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './debtor-page.module.css';
import type { CaseDebt } from './read-case-debts.ts';

/** What the subscriber of a case owes, and the way to settle it with him while he is on the line. */
export function CaseDebts({ debts }: { debts: CaseDebt[] }) {
  return debts.map((debt) => <OneDebt key={debt.id} debt={debt} />);
}

function OneDebt({ debt }: { debt: CaseDebt }) {
  const { t } = useTranslation('debt');
  const { home, format, may } = useDesk();
  const { id, msisdn, balanceKopecks, oldestDueOn, hold, suspension } = debt;
  const mayPromise = may.promiseDebt && hold !== 'dispute' && hold !== 'plan';
  const said = [
    oldestDueOn ? t('case.since', { on: format.day(new Date(oldestDueOn)) }) : null,
    hold ? t(`ladder.hold.${hold}`) : null,
    suspension ? t(`suspension.state.${suspension}`) : null,
  ].filter(Boolean);
  return (
    <div className={styles.card}>
      <Anchor component={Link} to={`${home}/debts/${id}`}>
        {format.money(balanceKopecks)}
      </Anchor>
      <Text size="xs" c="dimmed">
        {msisdn ?? t('debtor.wholeAccount')}
        {said.length > 0 ? ` · ${said.join(' · ')}` : ''}
      </Text>
      {mayPromise ? (
        <Group gap="xs">
          <Button
            component={Link}
            to={`${home}/debts/${id}?offer=promise`}
            variant="default"
            size="compact-sm"
          >
            {t(hold === 'promise' ? 'promise.replace' : 'promise.take')}
          </Button>
          {hold ? null : (
            <Button component={Link} to={`${home}/debts/${id}?offer=plan`} variant="subtle" size="compact-sm">
              {t('plan.agree')}
            </Button>
          )}
        </Group>
      ) : null}
    </div>
  );
}
