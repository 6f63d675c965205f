import { Button, Checkbox, NumberInput, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Panel, Split } from '#app/components/page.tsx';
import { useDays } from '#app/components/use-span.ts';
import { AskRow, AskTable } from './ask-table.tsx';
import type { Verdict } from './judge-exchange.ts';
import { When } from './market-page.tsx';
import type { Asks } from './read-asks.ts';

/** What waits for a planner's word. */
export function AsksPage({ offers, absences, settings, maySet }: Asks) {
  const { t } = useTranslation('life');
  const isEmpty = offers.length + absences.length === 0;
  const content = (
    <>
      {isEmpty ? <NothingHere text={t('asks.none')} hint={t('asks.noneHint')} /> : null}
      {offers.length > 0 ? <Offers offers={offers} /> : null}
      {absences.length > 0 ? <AskedDays absences={absences} /> : null}
    </>
  );
  return (
    <Page title={t('asks.title')} note={t('asks.note')}>
      {maySet ? <Split panel={<Settings settings={settings} />}>{content}</Split> : content}
    </Page>
  );
}

function Offers({ offers }: Pick<Asks, 'offers'>) {
  const { t } = useTranslation('life');
  const verdictText = useVerdictText();
  return (
    <AskTable title={t('asks.offers')}>
      {offers.map(({ id, by, taker, reason, shift, wanted, verdict }) => (
        <AskRow
          key={id}
          text={t(wanted ? 'asks.swaps' : 'asks.gives', { by, taker })}
          note={[reason, verdictText(verdict)].filter(Boolean).join(' · ')}
          isBarred={verdict.kind === 'illegal'}
          when={
            <>
              <When shift={shift} />
              {wanted ? <br /> : null}
              {wanted ? <When shift={wanted} /> : null}
            </>
          }
          answers={{ place: `offers/${id}`, yes: 'approve', no: 'refuse' }}
        />
      ))}
    </AskTable>
  );
}

function AskedDays({ absences }: Pick<Asks, 'absences'>) {
  const { t } = useTranslation('life');
  const days = useDays();
  return (
    <AskTable title={t('asks.absences')}>
      {absences.map(({ id, name, kind, fromAt, lastAt, note, shifts }) => (
        <AskRow
          key={id}
          text={`${name}, ${t(`kind.${kind}`)}`}
          note={[note, shifts > 0 ? t('asks.shifts', { count: shifts }) : null].filter(Boolean).join(' · ')}
          when={days(fromAt, lastAt)}
          answers={{ place: `absences/${id}`, yes: 'granted', no: 'refused' }}
        />
      ))}
    </AskTable>
  );
}

function useVerdictText(): (verdict: Verdict) => string {
  const { t } = useTranslation('life');
  const { t: tError } = useTranslation('errors');
  return (verdict) => {
    if (verdict.kind === 'illegal')
      return t('asks.illegal', { rules: verdict.rules.map((rule) => tError(`broken-${rule}`)).join('; ') });
    if (verdict.kind === 'rule') return t('asks.legal');
    return verdict.doubts.map((doubt) => t(`asks.${doubt}`)).join(', ');
  };
}

function Settings({ settings }: Pick<Asks, 'settings'>) {
  const { t } = useTranslation('life');
  const fetcher = useFetcher();
  return (
    <Panel title={t('asks.settings')}>
      <fetcher.Form method="post">
        <Stack gap="sm">
          <Checkbox
            name="holdsOffShift"
            label={t('asks.holdsOffShift')}
            defaultChecked={settings.holdsOffShift}
          />
          <NumberInput
            name="lastMinutes"
            label={t('asks.lastMinutes')}
            min={0}
            max={120}
            defaultValue={settings.lastMinutes}
          />
          <Checkbox
            name="approvesByRule"
            label={t('asks.approvesByRule')}
            defaultChecked={settings.approvesByRule}
          />
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('asks.save')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Panel>
  );
}
