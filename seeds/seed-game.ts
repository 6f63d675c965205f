import type { Actor } from '#app/features/access/can.ts';
import { answerPoll } from '#app/features/game/answer-poll.ts';
import { giveKudos } from '#app/features/game/give-kudos.ts';
import { orderReward } from '#app/features/game/order-reward.ts';
import { setPlayer } from '#app/features/game/set-player.ts';
import { setQuest } from '#app/features/game/set-quest.ts';
import { addReward } from '#app/features/game/set-reward.ts';
import { setTeamGoal } from '#app/features/game/set-team-goal.ts';
import { addRule, openSeason } from '#app/features/points/change-game.ts';
import type { PointEvent, RuleInput } from '#app/features/points/points.ts';
import { readSettlements, type Worth } from '#app/features/points/read-settlements.ts';
import { refreshBadges } from '#app/features/points/refresh-badges.ts';
import { dayOf, startOfDay } from '#app/features/points/season.ts';
import { settlePoints } from '#app/features/points/settle-points.ts';
import { weigh } from '#app/features/points/settle-source.ts';
import type { PointSourceType } from '#app/features/points/settle-work.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listSourcesSince } from '#db/tenant/queries/point-facts.ts';
import { createDraws } from './draws.ts';
import {
  firstRules,
  newRule,
  pollWords,
  seededQuests,
  seededRewards,
  thanksWords,
  triedRule,
} from './game-rules.ts';
import { planId, type TenantPlan } from './plan.ts';

const dayMs = 86_400_000;
const [lastSeasonDays, seasonDays, triedDays] = [95, 60, 21];
const mostSources = 5000;

/** User ids; the manager sets the rules. */
export type GamePeople = { agents: readonly string[]; managerId: string };
type Scene = GamePeople & { db: TenantDb; control: ControlDb; plan: TenantPlan; now: Date };

/** A season that is over and one that runs, by the cases, reviews and ratings that are there. */
export async function seedGame(
  db: TenantDb,
  control: ControlDb,
  plan: TenantPlan,
  people: GamePeople,
  now: Date,
): Promise<void> {
  const scene = { ...people, db, control, plan, now };
  await setRules(scene);
  await settleAll(scene);
  await playAround(scene);
}

function deskOf({ db, control, plan, now }: Scene, userId: string, daysAgo: number) {
  const actor: Actor = { userId, name: '', roles: ['agent', 'manager'] };
  const at = new Date(now.getTime() - daysAgo * dayMs);
  return { db, control, actor, userId, now: at, timeZone: plan.timeZone };
}

async function setRules(scene: Scene): Promise<void> {
  const { plan, agents, managerId, now } = scene;
  const id = (place: number) => planId(plan, 'game', now, place);
  for (const [place, daysAgo] of [lastSeasonDays, seasonDays].entries()) {
    const desk = deskOf(scene, managerId, daysAgo + 1);
    const from = addDays(dayOf(desk.now, plan.timeZone), place === 0 ? 0 : 1);
    await openSeason(desk, { id: id(place), name: place === 0 ? 'Лето' : 'Осень', from });
  }
  const set = (
    place: number,
    daysAgo: number,
    rule: Omit<RuleInput, 'isOn' | 'control'>,
    control: string[],
  ) =>
    addRule(deskOf(scene, managerId, daysAgo), id(place), {
      ...rule,
      isOn: true,
      control: control.length > 0 ? control : null,
    });
  for (const [place, rule] of firstRules.entries()) await set(10 + place, lastSeasonDays + 1, rule, []);
  await set(20, triedDays, triedRule, agents.slice(-2));
  await set(21, 0, newRule, []);
  for (const [place, quest] of seededQuests.entries()) {
    await setQuest(deskOf(scene, managerId, seasonDays), { id: id(30 + place), ...quest });
  }
}

const earning: [PointEvent, PointSourceType][] = [
  ['case-solved', 'case'],
  ['review-scored', 'review'],
  ['rating-given', 'rating'],
];

/** Books what happened in the order in which it did, each at its own moment; badges by what is left of it. */
async function settleAll(scene: Scene): Promise<void> {
  const { db, plan, now } = scene;
  const since = new Date(now.getTime() - lastSeasonDays * dayMs);
  const desk = { db, now, timeZone: plan.timeZone };
  const worths = await readWorths(scene, since);
  const days = new Map<string, { agentId: string; day: string }>();
  for (const { fact, ...worth } of worths) {
    if (!fact) continue;
    const settlement = { ...(await weigh(desk, { ...worth, fact })), actor: 'worker' };
    const settled = await settlePoints({ ...desk, now: fact.occurredAt }, settlement);
    for (const one of settled.ok ? settled.value.touched : []) days.set(`${one.agentId} ${one.day}`, one);
  }
  for (const { agentId, day } of days.values()) {
    await refreshBadges({ ...desk, now: startOfDay(addDays(day, 1), plan.timeZone) }, agentId, day);
  }
}

/** A review stands for its case too, so a source may be read twice: the second time it is the same. */
async function readWorths({ db }: Scene, since: Date): Promise<Worth[]> {
  const worths: Worth[] = [];
  for (const [event, type] of earning) {
    for (const id of await listSourcesSince(db, event, since, mostSources)) {
      worths.push(...(await readSettlements(db, type, id)));
    }
  }
  const timeOf = ({ fact }: Worth) => fact?.occurredAt.getTime() ?? 0;
  return worths.sort((left, right) => timeOf(left) - timeOf(right));
}

/** Thanks, rewards, a common goal, the poll; one is seen by another name and one not at all. */
async function playAround(scene: Scene): Promise<void> {
  const { plan, agents, managerId, now } = scene;
  const draws = createDraws(plan.seed + 41);
  const manager = deskOf(scene, managerId, 0);
  const id = (place: number) => planId(plan, 'game', now, place);
  for (const [place, words] of thanksWords.entries()) {
    const giver = agents[place % agents.length] ?? managerId;
    const toId = draws.pick(agents.filter((agent) => agent !== giver));
    await giveKudos(deskOf(scene, giver, 2 * place + 1), { toId, words });
  }
  for (const [place, reward] of seededRewards.entries()) {
    await addReward(manager, { id: id(40 + place), ...reward });
  }
  const today = dayOf(now, plan.timeZone);
  const goal = { title: 'Полторы тысячи решённых за осень', event: 'case-solved' as const, target: 1500 };
  const dates = { from: addDays(today, -seasonDays), until: addDays(today, 14) };
  await setTeamGoal(manager, { id: id(50), ...goal, ...dates });
  const [, pseudonymous, hidden] = agents.toReversed();
  if (pseudonymous) {
    await setPlayer(deskOf(scene, pseudonymous, 20), { pseudonym: 'Ночная смена', isOut: false });
    await orderReward(deskOf(scene, pseudonymous, 0), { rewardId: id(40), orderId: id(60) });
  }
  if (hidden) await setPlayer(deskOf(scene, hidden, 20), { pseudonym: null, isOut: true });
  for (const [place, agent] of agents.entries()) {
    const words = pollWords[place % pollWords.length] ?? '';
    const mark = Number(draws.weigh({ 5: 5, 4: 4, 3: 1 }));
    await answerPoll(deskOf(scene, agent, 40), { mark, words });
  }
}
