import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { ContactDecision } from './decide-contact.ts';
import type { DialPurpose } from './open-call.ts';

type Dialling = { dialling: { purpose: DialPurpose; decision: ContactDecision }[] };

/** Asks the gate of contacts before anybody dials: what may be called about now, else which rule and until when. */
export function DialButton({ lineId }: { lineId: string }) {
  const { t } = useTranslation('outreach');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPhone size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('dial.button')}
      </Button>
      {isOpen ? (
        <Dialog title={t('dial.title')} onClose={() => setOpen(false)}>
          <Choices lineId={lineId} />
        </Dialog>
      ) : null}
    </>
  );
}

function Choices({ lineId }: { lineId: string }) {
  const { t } = useTranslation('outreach');
  const { home } = useDesk();
  const place = `${home}/lines/${lineId}/dialling`;
  const { data, load } = useLoaded<Dialling>();
  const fetcher = useFetcher<{ number?: string }>();
  const fault = useFaults(fetcher.data);
  const [formToken] = useState(() => crypto.randomUUID());
  useEffect(() => void load(place), [load, place]);
  const number = fetcher.data?.number;
  if (number) {
    return (
      <Stack gap={4}>
        <Anchor href={`tel:${number.replace(/[^+\d]/g, '')}`} size="xl" fw={600}>
          {number}
        </Anchor>
        <Text size="sm" c="dimmed" role="status">
          {t('dial.counted')}
        </Text>
      </Stack>
    );
  }
  const dial = (purpose: DialPurpose) =>
    fetcher.submit({ purpose, formToken }, { method: 'post', action: place, encType: 'application/json' });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('dial.note')}
      </Text>
      {data?.dialling.map((one) => (
        <Choice key={one.purpose} {...one} isBusy={fetcher.state !== 'idle'} onDial={dial} />
      ))}
      {fault('form') ? (
        <Text size="sm" c="red" role="alert">
          {fault('form')}
        </Text>
      ) : null}
    </Stack>
  );
}

type ChoiceProps = Dialling['dialling'][number] & { isBusy: boolean; onDial(purpose: DialPurpose): void };

function Choice({ purpose, decision, isBusy, onDial }: ChoiceProps) {
  const { t } = useTranslation('outreach');
  const { format } = useDesk();
  const refused = () => {
    if (decision.allowed) return t('dial.allowed');
    const reason = t(`rule.${decision.rule}`);
    const from = decision.until && format.moment(new Date(decision.until));
    return from ? t('standing.until', { reason, from }) : reason;
  };
  return (
    <div>
      <Button
        fullWidth
        variant={decision.allowed ? 'filled' : 'default'}
        disabled={!decision.allowed || isBusy}
        onClick={() => onDial(purpose)}
      >
        {t(`dial.purpose.${purpose}`)}
      </Button>
      <Text size="xs" c="dimmed">
        {refused()}
      </Text>
    </div>
  );
}
