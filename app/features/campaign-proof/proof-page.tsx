import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { CountPair } from './count-pair.tsx';
import { NotesSection } from './notes-section.tsx';
import { RankingSection } from './ranking-section.tsx';
import type { ProofView } from './read-proof.ts';
import { ResultTable } from './result-table.tsx';
import { SharePicture } from './share-picture.tsx';
import { SpentSection } from './spent-section.tsx';
import { useProofWords } from './use-proof-words.ts';
import { VerdictLine } from './verdict-line.tsx';

/** What a campaign caused: the picture first, then what stands behind it. */
export function ProofPage({ view }: { view: ProofView }) {
  const { t } = useTranslation('proof');
  const { day } = useProofWords();
  const { campaign, people } = view;
  const place = `/t/${useDesk().workplace.slug}/plan/campaigns`;
  const window = { from: day(campaign.from), until: day(campaign.until), days: campaign.windowDays };
  return (
    <Page
      title={t('titleOf', { name: campaign.name })}
      back={{ to: `${place}/${campaign.id}`, label: t('toCampaign') }}
      note={t('window', window)}
      actions={
        <Anchor component={Link} to={`${place}/learned`} size="sm">
          {t('toLearned')}
        </Anchor>
      }
    >
      {view.proof ? <Measured view={view} proof={view.proof} /> : <TooEarly until={window.until} />}
      <SpentSection view={view} />
      {people.heldOut.members > 0 ? (
        <Text c="dimmed" maw={760}>
          {t('heldOut', { n: people.heldOut.members })}
        </Text>
      ) : null}
      <NotesSection view={view} />
    </Page>
  );
}

function TooEarly({ until }: { until: string }) {
  const { t } = useTranslation('proof');
  return (
    <Section title={t('verdict.too-early')}>
      <Text maw={760}>{t('tooEarly', { until })}</Text>
    </Section>
  );
}

function Measured({ view, proof }: { view: ProofView; proof: NonNullable<ProofView['proof']> }) {
  const { t } = useTranslation('proof');
  const { stratum } = useProofWords();
  const { measure, strata, corrections } = view;
  const all = { key: 'all', name: t('table.all'), ...proof };
  return (
    <>
      <Section title={t('result')}>
        <VerdictLine proof={proof} measure={measure} />
        <SharePicture proof={proof} measure={measure} />
      </Section>
      <Section title={t('pair')}>
        <CountPair proof={proof} measure={measure} />
      </Section>
      <Section title={t('strata.title')} note={t('strata.note')}>
        <ResultTable
          title={t('strata.name')}
          measure={measure}
          rows={[all, ...strata.map((one) => ({ ...one, key: one.stratum, name: stratum(one.stratum) }))]}
        />
        {corrections.map(({ why, members }) => (
          <Text key={why} c="dimmed">
            {t(`correction.${why}`, { count: members })}
          </Text>
        ))}
      </Section>
      <Pooled view={view} />
      <RankingSection ranking={view.ranking} />
    </>
  );
}

function Pooled({ view: { pooled, measure, campaign } }: { view: ProofView }) {
  const { t } = useTranslation('proof');
  const { day } = useProofWords();
  if (!pooled) return null;
  const waves = pooled.waves.map(({ id, name, from, proof }) => ({
    key: id,
    name: `${name}, ${day(from)}`,
    ...proof,
  }));
  return (
    <Section title={t('waves.title', { pool: campaign.pool })} note={t('waves.note')}>
      <VerdictLine proof={pooled.proof} measure={measure} />
      <ResultTable
        title={t('waves.name')}
        measure={measure}
        rows={[{ key: 'all', name: t('waves.all'), ...pooled.proof }, ...waves]}
      />
    </Section>
  );
}
