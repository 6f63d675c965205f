import { Anchor, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Split } from '#app/components/page.tsx';
import { ShiftRow, ShiftRows } from '#app/components/shift-row.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useSpan } from '#app/components/use-span.ts';
import { AskPanel } from './ask-panel.tsx';
import type { MyShifts } from './read-my-shifts.ts';
import { ShiftItem } from './shift-item.tsx';
import { sicknessPlace } from './sickness-panel.tsx';

/** The next shifts first: on a phone nothing stands before them but what wants an answer. */
export function MyShiftsPage(shown: MyShifts) {
  const { t } = useTranslation('life');
  const { home } = useDesk();
  const unseen = shown.shifts.filter(({ isSeen }) => !isSeen).map(({ id }) => id);
  const seeAll =
    unseen.length > 0 ? (
      <ActionButton
        action={`${home}/shifts/seen`}
        fields={{ shiftIds: unseen.join(',') }}
        label={t('seeAll')}
        variant="filled"
      />
    ) : null;
  return (
    <Page title={t('title')} note={t('note')} actions={seeAll}>
      <Group gap="md">
        <Anchor component={Link} to={`${home}/shifts/market`} size="sm">
          {t('market.title')}
        </Anchor>
        <Anchor href={`#${sicknessPlace}`} size="sm">
          {t('sickCall')}
        </Anchor>
      </Group>
      <Split panel={<AskPanel shown={shown} />}>
        <ExtraWork extra={shown.extra} />
        {shown.shifts.length === 0 ? <NothingHere text={t('none')} hint={t('noneHint')} /> : null}
        <ShiftRows>
          {shown.shifts.map((shift) => (
            <ShiftItem key={shift.id} shift={shift} />
          ))}
        </ShiftRows>
        <Figures {...shown} />
        <Beside beside={shown.beside} />
      </Split>
    </Page>
  );
}

function Figures({ hours, kept }: Pick<MyShifts, 'hours' | 'kept'>) {
  const { t } = useTranslation('life');
  const { format } = useDesk();
  const inHours = (minutes: number) => format.count(Math.round(minutes / 6) / 10);
  return (
    <Section title={t('hours')}>
      <Text>{t('hoursText', { past: inHours(hours.past), planned: inHours(hours.planned) })}</Text>
      {kept === null ? null : <Text c="dimmed">{t('kept', { share: kept / 1000 })}</Text>}
    </Section>
  );
}

function Beside({ beside }: Pick<MyShifts, 'beside'>) {
  const { t } = useTranslation('life');
  const span = useSpan();
  if (beside.length === 0) return null;
  return (
    <Section title={t('beside')}>
      <List size="sm" listStyleType="none">
        {beside.map(({ name, startsAt, endsAt }) => (
          <List.Item key={`${name} ${startsAt.getTime()}`}>
            {name}{' '}
            <Text span c="dimmed">
              {span(startsAt, endsAt)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function ExtraWork({ extra }: Pick<MyShifts, 'extra'>) {
  const { t } = useTranslation('life');
  const { home } = useDesk();
  if (extra.length === 0) return null;
  return (
    <Section title={t('extra')}>
      <ShiftRows>
        {extra.map((asked) => (
          <ShiftRow key={asked.id} shift={asked} isNew facts={t(`extraKind.${asked.kind}`)}>
            <ActionButton
              action={`${home}/extra-work/${asked.id}/answer`}
              fields={{ answer: 'agree' }}
              label={t('agree')}
              variant="filled"
            />
            <ActionButton
              action={`${home}/extra-work/${asked.id}/answer`}
              fields={{ answer: 'decline' }}
              label={t('decline')}
            />
          </ShiftRow>
        ))}
      </ShiftRows>
    </Section>
  );
}
