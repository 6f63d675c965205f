import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import { BarDialog } from './bar-dialog.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { BarRow, ConsentRow } from './paper-rows.tsx';
import type { ShownStanding } from './read-standing.ts';
import { russianZones } from './russian-zones.ts';

/** How a subscriber may be contacted about his debt now, why not, and the papers that say so. */
export function ContactStanding({ subscriberId }: { subscriberId: string }) {
  const { home, may } = useDesk();
  const place = `${home}/subscribers/${subscriberId}`;
  const { data, load } = useLoaded<ShownStanding>(`standing-${subscriberId}`);
  useEffect(() => {
    if (may.barContacts) void load(`${place}/standing`);
  }, [load, place, may.barContacts]);
  if (!data) return null;
  return (
    <Stack gap="xs">
      <Channels standing={data} />
      <Zone place={place} timeZone={data.timeZone} />
      <Papers place={place} standing={data} />
    </Stack>
  );
}

function Channels({ standing }: { standing: ShownStanding }) {
  const { t } = useTranslation(['outreach', 'cabinet']);
  const { format } = useDesk();
  const words = ({ decision }: ShownStanding['channels'][number]) => {
    if (decision.allowed) return t('allowed');
    const reason = t(`rule.${decision.rule}`);
    const from = decision.until && format.moment(new Date(decision.until));
    return from ? t('standing.until', { reason, from }) : reason;
  };
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('standing.now')}
      </Text>
      {standing.channels.map((one) => (
        <Text key={one.channel} size="sm" {...(one.decision.allowed ? {} : { c: 'dimmed' })}>
          {t(`channel.${one.channel}`)}: {words(one)}
        </Text>
      ))}
      {standing.prefers ? (
        <Text size="sm">{t('cabinet:preference.told', { channel: t(`channel.${standing.prefers}`) })}</Text>
      ) : null}
    </div>
  );
}

function Zone({ place, timeZone }: { place: string; timeZone: string | null }) {
  const { t } = useTranslation('outreach');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const zones: string[] = [...new Set([...russianZones, ...(timeZone ? [timeZone] : [])])];
  return (
    <NativeSelect
      label={t('standing.zone')}
      value={timeZone ?? ''}
      error={fault('timeZone')}
      data={[{ value: '', label: t('standing.zoneUnknown') }, ...zones]}
      onChange={(event) => {
        const body = { timeZone: event.currentTarget.value || null };
        void fetcher.submit(body, { method: 'post', action: `${place}/zone`, encType: 'application/json' });
      }}
    />
  );
}

function Papers({ place, standing }: { place: string; standing: ShownStanding }) {
  const { t } = useTranslation('outreach');
  const [open, setOpen] = useState<'bar' | 'consent' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Text size="xs" c="dimmed">
        {standing.bars.length > 0 ? t('standing.bars') : t('standing.noBars')}
      </Text>
      {standing.bars.map((bar) => (
        <BarRow key={bar.id} bar={bar} place={place} />
      ))}
      <Text size="xs" c="dimmed">
        {standing.consents.length > 0 ? t('standing.consents') : t('standing.noConsents')}
      </Text>
      {standing.consents.map((consent) => (
        <ConsentRow key={consent.id} consent={consent} place={place} />
      ))}
      <Group gap="xs">
        <Button variant="default" size="compact-sm" onClick={() => setOpen('bar')}>
          {t('standing.addBar')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setOpen('consent')}>
          {t('standing.addConsent')}
        </Button>
      </Group>
      {open === 'bar' ? <BarDialog action={`${place}/bars`} onClose={close} /> : null}
      {open === 'consent' ? <ConsentDialog action={`${place}/consents`} onClose={close} /> : null}
    </>
  );
}
