import { Group, List, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { RosterView } from './read-roster.ts';
import { useGapWords } from './use-gap-words.ts';

/** How well the plan covers what is needed now, and what the engine said of it: cost, bound, and why somebody is missing. */
export function OutcomePanel({ view }: { view: RosterView }) {
  const { t } = useTranslation('shift');
  const { cover, roster } = view;
  const { wanted, missing, spare } = cover.totals;
  const covered = wanted === 0 ? 1 : (wanted - missing) / wanted;
  return (
    <div>
      {cover.isKnown ? (
        <Group gap="lg">
          <Figure label={t('figure.wanted')} value={t('hours', { hours: wanted / 60 })} />
          <Figure label={t('figure.covered')} value={t('percent', { share: covered })} />
          <Figure
            label={t('figure.missing')}
            value={t('hours', { hours: missing / 60 })}
            isBad={missing > 0}
          />
          <Figure label={t('figure.spare')} value={t('hours', { hours: spare / 60 })} />
          <Solved outcome={roster.outcome} />
        </Group>
      ) : (
        <Text size="sm">{t('needUnknownHint')}</Text>
      )}
      {roster.isSolving ? <Solving outcome={roster.outcome} /> : null}
      {roster.outcome?.failure ? (
        <Text size="sm" c="red" role="alert">
          {t('failed', { why: roster.outcome.failure })}
        </Text>
      ) : null}
      <Short short={view.short} />
      <Lacking lacks={view.lacks} />
      {roster.isSolving ? null : <Gaps outcome={roster.outcome} />}
    </div>
  );
}

function Figure({ label, value, isBad = false }: { label: string; value: string; isBad?: boolean }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={600} {...(isBad ? { c: 'red' } : {})}>
        {value}
      </Text>
    </div>
  );
}

type Outcome = RosterView['roster']['outcome'];

function Solved({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('shift');
  if (!outcome || outcome.firstAt === null) return null;
  const parts = outcome.costParts
    .map(({ part, cost }) => `${t(`cost.${part}`)} ${Math.round(cost)}`)
    .join(' · ');
  return (
    <>
      <Figure label={t('figure.gap')} value={t('percent', { share: outcome.gap })} />
      <div>
        <Text size="xs" c="dimmed">
          {t('figure.cost', { cost: Math.round(outcome.cost), bound: Math.round(outcome.bound) })}
        </Text>
        <Text size="sm">{parts}</Text>
      </div>
    </>
  );
}

function Solving({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('shift');
  const spent = outcome ? (outcome.heardAt - outcome.startedAt) / 1000 : 0;
  const share = outcome ? Math.min(100, (100 * spent) / outcome.seconds) : 0;
  return (
    <div role="status">
      <Text size="sm">
        {outcome ? t('solvingFor', { spent: Math.round(spent), seconds: outcome.seconds }) : t('solvingSoon')}
      </Text>
      <Progress value={share} aria-label={t('state.solving')} />
    </div>
  );
}

/** Of whom how many are missing when it is worst, and for how long in all. */
function Short({ short }: Pick<RosterView, 'short'>) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const words = useGapWords();
  if (short.length === 0) return null;
  const when = (at: number) => `${format.day(new Date(at))}, ${format.clock(new Date(at)).slice(0, 5)}`;
  return (
    <List size="sm" spacing={2}>
      {short.map(({ skill, minutes, people, at }) => (
        <List.Item key={skill}>
          {t('shortWorst', { who: words.short(skill, people), when: when(at), hours: minutes / 60 })}
        </List.Item>
      ))}
    </List>
  );
}

/** What no plan can cover with these people: whose hours are too few, and when too few may work. */
function Lacking({ lacks: { hours, heads } }: Pick<RosterView, 'lacks'>) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const words = useGapWords();
  if (hours.length + heads.length === 0) return null;
  const clock = (at: number) => format.clock(new Date(at)).slice(0, 5);
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('why.lacks')}
      </Text>
      <List size="sm" spacing={2}>
        {hours.map(({ skills, minutes, people }) => (
          <List.Item key={skills.join()}>
            {t('why.lackHours', { who: words.work(skills), hours: minutes / 60, count: people })}
          </List.Item>
        ))}
        {heads.map(({ skill, from, to, people }) => (
          <List.Item key={`${skill} ${from}`}>
            {t('why.lackHeads', {
              who: words.work([skill]),
              when: `${format.day(new Date(from))}, ${clock(from)}–${clock(to)}`,
              people,
            })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** Who and how many are short where, and what stands in the way of one more. */
function Gaps({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const words = useGapWords();
  if (!outcome || outcome.gaps.length === 0) return null;
  const clock = (at: number) => format.clock(new Date(at)).slice(0, 5);
  return (
    <details>
      <summary>{t('gaps', { count: outcome.gaps.length })}</summary>
      <List size="sm" spacing={2}>
        {outcome.gaps.map(({ skill, from, to, missing, reasons }) => (
          <List.Item key={`${skill} ${from}`}>
            {format.day(new Date(from))}, {clock(from)}–{clock(to)}: {words.short(skill, missing)}
            {reasons.length > 0 ? `. ${reasons.map(words.reason).join('; ')}` : ''}
          </List.Item>
        ))}
      </List>
    </details>
  );
}
