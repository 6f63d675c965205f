import { Anchor, Button, Stack } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '#app/components/section.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import { LineOffers } from '#app/features/offer/line-offers.tsx';
import type { LineOffers as Offers } from '#app/features/offer/read-line-offers.ts';
import { LeavingDialog } from './leaving-dialog.tsx';

type Props = { lineId: string; caseId?: string | null };

/** On the card of a number and in a case: he wants to leave, and what may be offered to him. */
export function LeavingPanel({ lineId, caseId = null }: Props) {
  const { t } = useTranslation(['save', 'offer']);
  const { home, may, now } = useDesk();
  const offers = useLoaded<Offers>();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read with the page, and again whenever that is
  useEffect(() => {
    if (may.proposeOffers) void offers.load(`${home}/lines/${lineId}/offers`);
  }, [home, lineId, may.proposeOffers, now]);
  if (!may.proposeOffers) return null;
  const talkId = offers.data?.talkId ?? null;
  return (
    <Section title={t('leaving')}>
      <Stack gap="sm" align="stretch">
        {talkId ? (
          <Anchor component={Link} to={`${home}/save?talk=${talkId}`}>
            {t('goOn')}
          </Anchor>
        ) : (
          <div>
            <Button
              variant="default"
              leftSection={<IconDoorExit size={14} />}
              disabled={!offers.data || offers.data.hasLeft}
              onClick={() => setOpen(true)}
            >
              {t('start')}
            </Button>
          </div>
        )}
        {offers.data ? <LineOffers offers={offers.data} saveId={talkId} caseId={caseId} /> : null}
      </Stack>
      {isOpen ? <LeavingDialog lineId={lineId} caseId={caseId} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
