import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';

/** Instead of the card of a person whose data were erased. */
export function ErasedLine({ subscriberId }: { subscriberId: string }) {
  const { t } = useTranslation('erasure');
  const { workplace, may } = useDesk();
  return (
    <article>
      <Title order={1}>{t('erased')}</Title>
      <Text c="dimmed">{t('erasedNote')}</Text>
      {may.erasePersons ? (
        <Anchor component={Link} to={`/t/${workplace.slug}/plan/erasures/${subscriberId}`}>
          {t('toAct')}
        </Anchor>
      ) : null}
    </article>
  );
}

/** Leads to the page where a person's data are erased. */
export function EraseLink({ subscriberId }: { subscriberId: string }) {
  const { t } = useTranslation('erasure');
  const { workplace, may } = useDesk();
  if (!may.erasePersons) return null;
  return (
    <Anchor component={Link} size="xs" to={`/t/${workplace.slug}/plan/erasures/${subscriberId}`}>
      {t('erase')}…
    </Anchor>
  );
}
