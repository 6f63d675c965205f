import { List, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useSpan } from '#app/components/use-span.ts';
import { PeopleTable } from './people-table.tsx';
import type { Today } from './read-today.ts';

/** The day as it goes: the gaps to come with what to do, then the half hours, then each person. */
export function TodayPage({ today }: { today: Today }) {
  const { t } = useTranslation('life');
  const { format } = useDesk();
  const isIdle = today.board.every(
    ({ needs, plannedHeads }) => plannedHeads === 0 && needs.every((need) => need === 0),
  );
  return (
    <Page title={t('today.title')} note={`${format.date(today.date)}. ${t('today.note')}`}>
      <Section title={t('today.gaps')}>
        {today.gaps.length === 0 ? (
          <NothingHere
            text={t(isIdle ? 'today.idle' : 'today.noGaps')}
            hint={t(isIdle ? 'today.idleHint' : 'today.noGapsHint')}
          />
        ) : null}
        {today.gaps.map((gap) => (
          <GapItem key={`${gap.skill} ${gap.from}`} gap={gap} skill={today.skills[gap.skill] ?? ''} />
        ))}
      </Section>
      {today.asked.length > 0 ? <Asked asked={today.asked} /> : null}
      <Section title={t('today.people')}>
        <PeopleTable people={today.people} />
      </Section>
      {isIdle ? null : (
        <Section title={t('today.board')}>
          <Board board={today.board} />
        </Section>
      )}
    </Page>
  );
}

type Gap = Today['gaps'][number];

function GapItem({ gap, skill }: { gap: Gap; skill: string }) {
  const { t } = useTranslation('life');
  const { carrierTitle } = useDesk();
  const span = useSpan();
  const name = skill ? carrierTitle(skill) : t('today.anySkill');
  return (
    <div>
      <Text fw={600}>{t('today.gap', { span: span(gap.from, gap.to), skill: name, most: gap.most })}</Text>
      {gap.remedies.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('today.noRemedy')}
        </Text>
      ) : null}
      {gap.remedies.map((remedy) => (
        <RemedyLine key={`${remedy.kind} ${remedy.userId} ${remedy.from}`} remedy={remedy} skill={skill} />
      ))}
    </div>
  );
}

function RemedyLine({ remedy, skill }: { remedy: Gap['remedies'][number]; skill: string }) {
  const { t } = useTranslation('life');
  const { workplace } = useDesk();
  const span = useSpan();
  const { kind, name, from, to, shiftId, place, userId, overtimeLeft } = remedy;
  const iso = (at: number) => new Date(at).toISOString();
  const isBreak = kind === 'move-break';
  const fields = isBreak
    ? { shiftId: shiftId ?? '', place: `${place ?? 0}`, from: iso(from) }
    : { userId, shiftId: shiftId ?? '', from: iso(from), to: iso(to), skill };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, padding: '4px 0' }}>
      <ActionButton
        action={`/t/${workplace.slug}/plan/today/${isBreak ? 'breaks' : 'extra-work'}`}
        fields={fields}
        label={t(`today.do.${kind}`)}
        about={`${name}, ${span(from, to)}`}
      />
      <span>{t(`today.remedy.${kind}`, { name, span: span(from, to) })}</span>
      <Text span size="xs" c="dimmed">
        {t(`today.because.${kind}`, { left: overtimeLeft })}
      </Text>
    </div>
  );
}

function Asked({ asked }: Pick<Today, 'asked'>) {
  const { t } = useTranslation('life');
  const span = useSpan();
  return (
    <Section title={t('today.asked')}>
      <List size="sm" listStyleType="none">
        {asked.map(({ id, name, kind, startsAt, endsAt }) => (
          <List.Item key={id}>{t(`today.remedy.${kind}`, { name, span: span(startsAt, endsAt) })}</List.Item>
        ))}
      </List>
    </Section>
  );
}

function Board({ board }: Pick<Today, 'board'>) {
  const { t } = useTranslation('life');
  const { format } = useDesk();
  const span = useSpan();
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return (
    <Wide label={t('today.board')}>
      <Table style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('today.time')}</Table.Th>
            {(['need', 'planned', 'expected', 'there'] as const).map((column) => (
              <Table.Th key={column} ta="right">
                {t(`today.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {board.map(({ from, to, needs, expected, plannedHeads, thereTenths }) => (
            <Table.Tr key={from}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{span(from, to)}</Table.Td>
              <Table.Td ta="right">{sum(needs)}</Table.Td>
              <Table.Td ta="right">{plannedHeads}</Table.Td>
              <Table.Td ta="right" fw={sum(expected) < sum(needs) ? 700 : 400}>
                {sum(expected) < sum(needs) ? '▼ ' : ''}
                {sum(expected)}
              </Table.Td>
              <Table.Td ta="right">{thereTenths === null ? '—' : format.count(thereTenths / 10)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
