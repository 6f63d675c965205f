import { Button, Group, Progress, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { EffectCell } from './effect-cell.tsx';
import { OfferEditor } from './offer-editor.tsx';
import type { CatalogueOffer, OfferCatalogue } from './read-catalogue.ts';
import { useOfferBack } from './use-offer-back.tsx';

/** What may be proposed, what was made of it and what it changed. */
export function OffersPage({ catalogue }: { catalogue: OfferCatalogue }) {
  const { t } = useTranslation('offer');
  const [edited, setEdited] = useState<CatalogueOffer | 'new' | null>(null);
  const { offers, mayWrite } = catalogue;
  const rows = useListKeys();
  const offerBack = useOfferBack();
  const add = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  ) : null;
  return (
    <Page title={t('title')} note={t('note')} actions={add}>
      {offers.length === 0 ? (
        <NothingHere text={t('none')} hint={t('noneHint')} />
      ) : (
        <Wide label={t('title')} rows={rows.ref}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column.name')}</Table.Th>
                <Table.Th ta="right">{t('column.cost')}</Table.Th>
                <Table.Th>{t('column.budget')}</Table.Th>
                <Table.Th ta="right">{t('column.uses')}</Table.Th>
                <Table.Th>{t('column.effect')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {offers.map((offer) => (
                <OfferRow key={offer.id} offer={offer} onChange={() => setEdited(offer)} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <GoodwillEffect goodwill={catalogue.goodwill} />
      <Text size="sm" c="dimmed" maw="68ch">
        {t('effectNote')}
      </Text>
      {edited ? (
        <OfferEditor
          offer={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onChanged={offerBack}
        />
      ) : null}
    </Page>
  );
}

function OfferRow({ offer, onChange }: { offer: CatalogueOffer; onChange(): void }) {
  const { t } = useTranslation('offer');
  const { format, workplace } = useDesk();
  const { id, name, kind, costKopecks, spentKopecks, rules, withdrawnAt, proposed, accepted, failed } = offer;
  const place = `/t/${workplace.slug}/plan/offers/${id}`;
  const budget = t('spentOf', {
    spent: format.money(spentKopecks),
    budget: format.money(rules.budgetKopecks),
  });
  return (
    <Table.Tr {...(withdrawnAt ? { c: 'dimmed' } : {})}>
      <Table.Td>
        {name}
        <Text size="xs" c="dimmed">
          {withdrawnAt ? t('withdrawn', { date: format.fullDay(withdrawnAt) }) : t(`kind.${kind}`)}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{format.money(costKopecks)}</Table.Td>
      <Table.Td miw={150}>
        <Progress value={(100 * spentKopecks) / Math.max(1, rules.budgetKopecks)} aria-label={budget} />
        <Text size="xs">{budget}</Text>
      </Table.Td>
      <Table.Td ta="right">
        {t('usesOf', { proposed: format.count(proposed), accepted: format.count(accepted) })}
        {failed > 0 ? (
          <Text size="xs" c="red">
            {t('failed', { count: failed })}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        <EffectCell {...offer} />
      </Table.Td>
      <Table.Td>
        {withdrawnAt ? (
          <ActionButton action={`${place}/restoration`} label={t('restore')} />
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" data-row={id} onClick={onChange}>
              {t('change')}
            </Button>
            <ActionButton
              action={`${place}/withdrawal`}
              label={t('withdraw')}
              confirm={t('withdrawSure')}
              variant="subtle"
            />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function GoodwillEffect({ goodwill }: Pick<OfferCatalogue, 'goodwill'>) {
  const { t } = useTranslation('offer');
  const { format } = useDesk();
  const { effect, talks, costKopecks } = goodwill;
  return (
    <Section title={t('goodwill')} note={t('goodwillNote')}>
      <Group gap="xl">
        <span>{format.money(costKopecks)}</span>
        <div style={{ width: 220 }}>
          <EffectCell effect={effect} talks={talks} campaigns={0} />
        </div>
      </Group>
    </Section>
  );
}
