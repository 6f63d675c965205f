import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Panel, Section, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalText } from '#app/components/use-refusal-text.ts';
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
  const { workplace } = useDesk();
  const verdictText = useVerdictText();
  return (
    <Section title={t('asks.offers')}>
      <Wide label={t('asks.offers')}>
        <Table>
          <Table.Tbody>
            {offers.map(({ id, by, taker, shift, wanted, verdict }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  {t(wanted ? 'asks.swaps' : 'asks.gives', { by, taker })}
                  <Text size="xs" c={verdict.kind === 'illegal' ? 'red' : 'dimmed'}>
                    {verdictText(verdict)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <When shift={shift} />
                  {wanted ? (
                    <>
                      <br />
                      <When shift={wanted} />
                    </>
                  ) : null}
                </Table.Td>
                <Table.Td>
                  <Answers
                    action={`/t/${workplace.slug}/plan/shifts/asks/offers/${id}/answer`}
                    yes="approve"
                    no="refuse"
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function AskedDays({ absences }: Pick<Asks, 'absences'>) {
  const { t } = useTranslation('life');
  const { workplace, format } = useDesk();
  return (
    <Section title={t('asks.absences')}>
      <Wide label={t('asks.absences')}>
        <Table>
          <Table.Tbody>
            {absences.map(({ id, name, kind, fromAt, lastAt, note, shifts }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  {name}, {t(`kind.${kind}`)}
                  <Text size="xs" c="dimmed">
                    {[note, shifts > 0 ? t('asks.shifts', { count: shifts }) : null]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {format.day(fromAt)} – {format.day(lastAt)}
                </Table.Td>
                <Table.Td>
                  <Answers
                    action={`/t/${workplace.slug}/plan/shifts/asks/absences/${id}/answer`}
                    yes="granted"
                    no="refused"
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Answers({ action, yes, no }: { action: string; yes: string; no: string }) {
  const { t } = useTranslation('life');
  return (
    <Group gap={6} wrap="nowrap">
      <ActionButton action={action} fields={{ answer: yes }} label={t('asks.approve')} variant="filled" />
      <ActionButton action={action} fields={{ answer: no }} label={t('asks.refuse')} />
    </Group>
  );
}

function useVerdictText(): (verdict: Verdict) => string {
  const { t } = useTranslation('life');
  const refusalText = useRefusalText();
  return (verdict) => {
    if (verdict.kind === 'illegal') return refusalText({ code: 'exchange-illegal', rules: verdict.rules });
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
