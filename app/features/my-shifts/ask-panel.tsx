import { Anchor, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useDays } from '#app/components/use-span.ts';
import { OwnForm } from './own-form.tsx';
import type { MyShifts } from './read-my-shifts.ts';
import { SicknessPanel } from './sickness-panel.tsx';

/** Beside one's shifts: sickness first, for it cannot wait; days off, wishes and the calendar. */
export function AskPanel({ shown }: { shown: MyShifts }) {
  return (
    <Stack gap="md">
      <SicknessPanel {...shown} />
      <Absences {...shown} />
      <Wishes {...shown} />
      <Calendar hasFeed={shown.hasFeed} />
    </Stack>
  );
}

function Absences({ absences, today }: Pick<MyShifts, 'absences' | 'today'>) {
  const { t } = useTranslation('life');
  const { home, now } = useDesk();
  const days = useDays();
  const others = absences.filter(({ kind }) => kind !== 'sick');
  return (
    <Panel title={t('absences')}>
      {others.map(({ id, kind, state, fromAt, toAt, reason }) => (
        <div key={id}>
          <Text size="sm">
            {t(`kind.${kind}`)}, {days(fromAt, new Date(toAt.getTime() - 1))}: {t(`state.${state}`)}
          </Text>
          {reason ? (
            <Text size="sm" c="dimmed">
              {reason}
            </Text>
          ) : null}
          {fromAt > now && state !== 'refused' ? (
            <ActionButton
              action={`${home}/shifts/absences/${id}/withdrawal`}
              label={t('withdraw')}
              variant="subtle"
            />
          ) : null}
        </div>
      ))}
      <OwnForm action={`${home}/shifts/absences`} submit={t('ask')}>
        {(fault) => (
          <>
            <NativeSelect
              name="kind"
              label={t('kindLabel')}
              data={(['leave', 'training', 'unavailable'] as const).map((kind) => ({
                value: kind,
                label: t(`kind.${kind}`),
              }))}
            />
            <TextInput type="date" name="from" label={t('from')} defaultValue={today} error={fault('from')} />
            <TextInput type="date" name="to" label={t('to')} defaultValue={today} error={fault('to')} />
            <TextInput name="note" label={t('comment')} maxLength={500} error={fault('note')} />
          </>
        )}
      </OwnForm>
    </Panel>
  );
}

function Wishes({ wishes }: Pick<MyShifts, 'wishes'>) {
  const { t } = useTranslation('life');
  const { home, format } = useDesk();
  return (
    <Panel title={t('wishes')}>
      {wishes.map(({ id, date, kind }) => (
        <Group key={id} justify="space-between" gap="xs">
          <Text size="sm">
            {format.date(date)}: {t(`wish.${kind}`)}
          </Text>
          <ActionButton
            action={`${home}/shifts/wishes`}
            fields={{ date, kind: '' }}
            label={t('withdraw')}
            about={format.date(date)}
            variant="subtle"
          />
        </Group>
      ))}
      <OwnForm action={`${home}/shifts/wishes`} submit={t('wishAdd')}>
        {(fault) => (
          <>
            <TextInput type="date" name="date" label={t('wishDate')} error={fault('date')} />
            <NativeSelect
              name="kind"
              label={t('wishKind')}
              data={(['off', 'early', 'late', 'night'] as const).map((kind) => ({
                value: kind,
                label: t(`wish.${kind}`),
              }))}
            />
          </>
        )}
      </OwnForm>
    </Panel>
  );
}

function Calendar({ hasFeed }: Pick<MyShifts, 'hasFeed'>) {
  const { t, i18n } = useTranslation('life');
  const { home, workplace } = useDesk();
  const fetcher = useFetcher<{ done?: { token: string } }>();
  const token = fetcher.data?.done?.token;
  const path = `/f/${workplace.slug}/shifts/${token}`;
  const locale = i18n.language === 'en' ? 'en' : 'ru';
  return (
    <Panel title={t('feed.title')}>
      <Text size="sm">{t('feed.note')}</Text>
      {token ? (
        <>
          <TextInput
            readOnly
            label={t('feed.copy')}
            value={`${window.location.origin}${path}`}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Anchor href={`webcal://${window.location.host}${path}`} size="sm">
            {t('feed.subscribe')}
          </Anchor>
        </>
      ) : null}
      <fetcher.Form method="post" action={`${home}/shifts/calendar`}>
        <input type="hidden" name="locale" value={locale} />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('feed.open')}
        </Button>
      </fetcher.Form>
      {hasFeed ? (
        <ActionButton
          action={`${home}/shifts/calendar/closing`}
          label={t('feed.close')}
          variant="subtle"
          isDanger
        />
      ) : null}
    </Panel>
  );
}
