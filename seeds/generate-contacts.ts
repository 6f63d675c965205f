import { type CaseMoveName, type CaseState, decideCaseMove, type Priority } from '#app/features/case/case.ts';
import type { Channel } from '#app/features/contact/contact.ts';
import type { caseEvents, cases } from '#db/tenant/schema/case.ts';
import type { contacts, messages } from '#db/tenant/schema/contact.ts';
import { callNotes, type Reason, reasons, thanks } from './contact-texts.ts';
import { drawTime, pauseMs, waitForAgentMs } from './contact-times.ts';
import { createDraws, type Draws } from './draws.ts';
import type { SeededLine, SeededSubscriber } from './generate-base.ts';
import { planId, type TenantPlan } from './plan.ts';

/** How many cases are over, spread over eighteen months, and how many are open now. */
export type ContactCounts = { past: number; open: number };
export type SeededCase = {
  row: typeof cases.$inferInsert;
  events: (typeof caseEvents.$inferInsert)[];
  contacts: (typeof contacts.$inferInsert)[];
  messages: (typeof messages.$inferInsert)[];
};
type Owner = { subscriber: SeededSubscriber; line: SeededLine };
type Scene = { draws: Draws; plan: TenantPlan; authors: readonly string[]; topicIds: Map<string, string> };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const channelWeights: Record<Channel, number> = {
  call: 46,
  email: 18,
  web: 12,
  cabinet: 13,
  chat: 7,
  messenger: 2,
  walkin: 2,
};
/** Open ones stand in every channel, so that each can be looked at. */
const openChannels: Channel[] = ['email', 'web', 'chat', 'cabinet', 'call', 'email', 'web', 'messenger'];

/** Every case of a plan, oldest first, numbered from 1. Lazy: one at a time is made whole. */
export function* generateContacts(
  plan: TenantPlan,
  base: readonly SeededSubscriber[],
  counts: ContactCounts,
  given: { authors: readonly string[]; topicIds: Map<string, string>; now: Date },
): Generator<SeededCase> {
  const draws = createDraws(plan.seed + 7);
  const scene = { draws, plan, ...given };
  const owners = base.flatMap((subscriber) => subscriber.lines.map((line) => ({ subscriber, line })));
  if (owners.length === 0) return;
  const past = Array.from({ length: counts.past }, () => drawTime(draws, given.now));
  const times = past.toSorted((a, b) => a.getTime() - b.getTime());
  for (const [index, at] of times.entries()) {
    const channel = draws.weigh(channelWeights);
    yield new Story(scene, draws.pick(owners), { number: index + 1, channel, at }).closed(given.now);
  }
  const ages = Array.from({ length: counts.open }, () => draws.int(2, draws.chance(0.75) ? 150 : 26 * 60));
  const open = ages.toSorted((a, b) => b - a);
  for (const [index, minutes] of open.entries()) {
    const at = new Date(given.now.getTime() - minutes * minuteMs);
    const channel = openChannels[index % openChannels.length] ?? 'email';
    const story = new Story(scene, draws.pick(owners), { number: counts.past + index + 1, channel, at });
    yield story.open(given.now, index);
  }
}

/** One case as it is told: each step adds its event, and what was written or said with it. */
class Story {
  readonly #scene: Scene;
  readonly #owner: Owner;
  readonly #reason: Reason;
  readonly #author: string;
  readonly #made: SeededCase;
  #at: Date;
  #state: CaseState = 'new';
  #parts = 0;

  constructor(scene: Scene, owner: Owner, of: { number: number; channel: Channel; at: Date }) {
    const { draws, plan, authors, topicIds } = scene;
    this.#scene = scene;
    this.#owner = owner;
    this.#at = of.at;
    this.#author = draws.pick(authors);
    this.#reason = draws.pick(
      reasons.flatMap((reason) => Array.from({ length: reason.weight }, () => reason)),
    );
    const { kind, subject, topic } = this.#reason;
    const priority: Priority = draws.weigh({ normal: 88, high: 9, low: 2, urgent: 1 });
    const row = {
      id: planId(plan, 'case', of.at, of.number),
      number: of.number,
      kind,
      state: 'new' as const,
      version: 1,
      subject,
      priority,
      channel: of.channel,
      subscriberId: owner.subscriber.id,
      lineId: owner.line.id,
      carrier: owner.line.carrier,
      topicId: topicIds.get(topic[1]) ?? null,
      createdBy: this.#isSpoken(of.channel) ? this.#author : 'subscriber',
      createdAt: of.at,
      changedAt: of.at,
    };
    this.#made = { row, events: [], contacts: [], messages: [] };
    this.#tell('opened', row.createdBy, { channel: of.channel, kind, priority });
  }

  /** Solved; and closed, once nobody has come back for a week. */
  closed(now: Date): SeededCase {
    const { draws } = this.#scene;
    if (this.#isSpoken(this.#made.row.channel)) this.#speak();
    else this.#correspond(draws.chance(0.3));
    this.#move('solve', this.#author);
    this.#made.row.isSolvedAtFirst = this.#made.contacts.length === 1;
    if (this.#at.getTime() + 7 * dayMs > now.getTime()) return this.#made;
    this.#wait(7 * 24 * 60, 7 * 24 * 60);
    this.#move('close', 'worker');
    return this.#made;
  }

  /** Not answered yet, answered and being worked at, or waiting for the subscriber, in turn. */
  open(now: Date, turn: number): SeededCase {
    if (this.#isSpoken(this.#made.row.channel)) this.#speak();
    else if (turn % 3 === 0) this.#hear(this.#says());
    else if (turn % 3 === 1) {
      this.#hear(this.#says());
      this.#wait(3, 20);
      this.#take();
    } else {
      this.#hear(this.#says());
      this.#wait(3, 20);
      this.#take();
      this.#answer(this.#reason.asks ?? 'Уточните, пожалуйста, с какого дня это началось?', 'ask');
    }
    return this.#cutAt(now);
  }

  #isSpoken(channel: Channel): boolean {
    return channel === 'call' || channel === 'walkin';
  }

  #says(): string {
    return this.#scene.draws.pick(this.#reason.says);
  }

  #speak(): void {
    const { draws } = this.#scene;
    const isCall = this.#made.row.channel === 'call';
    const [waitMs, talkMs] = [waitForAgentMs(draws), draws.int(40, 420) * 1000];
    const holdMs = draws.chance(0.25) ? draws.int(10, 90) * 1000 : 0;
    const endedAt = new Date(this.#at.getTime() + waitMs + talkMs + holdMs);
    const contactId = this.#contact('inbound', {
      agentId: this.#author,
      endedAt,
      ...(isCall ? { waitMs, talkMs, holdMs, wrapMs: draws.int(10, 90) * 1000 } : {}),
      result: draws.weigh({ solved: 70, 'request-made': 22, 'passed-on': 5, 'call-back': 3 }),
      isSolvedAtFirst: draws.chance(0.85),
    });
    this.#at = new Date(this.#at.getTime() + waitMs);
    this.#take();
    this.#move('answer', this.#author);
    this.#at = endedAt;
    const note = draws.pick(callNotes).replace('{{says}}', this.#says());
    this.#message('note', this.#author, note, contactId);
  }

  #correspond(isAsked: boolean): void {
    const { draws } = this.#scene;
    this.#hear(this.#says());
    this.#pause(2, 20);
    this.#take();
    const { asks, replies } = this.#reason;
    if (isAsked && asks && replies) {
      this.#answer(asks, 'ask');
      this.#wait(10, 600);
      this.#hear(replies);
    }
    this.#pause(2, 40);
    this.#answer(draws.pick(this.#reason.answers), 'answer');
    if (!draws.chance(0.35)) return;
    this.#wait(5, 300);
    this.#hear(draws.pick(thanks));
  }

  #hear(body: string): void {
    const isFirst = this.#made.messages.length === 0;
    const contactId = this.#contact('inbound', {});
    const messageId = this.#message('inbound', 'subscriber', body, contactId);
    this.#made.row.lastInboundAt = this.#at;
    const note = { messageId, contactId };
    if (isFirst) this.#tell('first-message', 'subscriber', note);
    else this.#move('hear', 'subscriber', note);
  }

  #answer(body: string, move: 'answer' | 'ask'): void {
    const messageId = this.#message('reply', this.#author, body, null);
    this.#tell('reply-written', this.#author, { messageId });
    this.#pause(1, 1);
    this.#move(move, this.#author, { messageId, isAnswer: true });
  }

  #take(): void {
    this.#made.row.assigneeId = this.#author;
    this.#move('take', this.#author, { to: this.#author });
  }

  #move(name: CaseMoveName, actor: string, note: Record<string, unknown> | null = null): void {
    const by = actor === 'worker' || actor === 'subscriber' ? 'worker' : 'person';
    const decided = decideCaseMove(this.#state, name, by);
    if (!decided.ok) throw new Error(`A seeded case cannot ${name} from ${this.#state}.`);
    this.#tell(decided.event, actor, note, decided.to);
  }

  #tell(event: string, actor: string, note: Record<string, unknown> | null, to = this.#state): void {
    const { row, events } = this.#made;
    const version = events.length + 1;
    events.push({
      caseId: row.id,
      version,
      event,
      fromState: this.#state,
      toState: to,
      at: this.#at,
      actor,
      note,
    });
    this.#state = to;
    Object.assign(row, { state: to, version, changedAt: this.#at });
  }

  #contact(direction: 'inbound', more: Partial<typeof contacts.$inferInsert>): string {
    const { row } = this.#made;
    const { subscriber, line } = this.#owner;
    const isMail = row.channel === 'email' || row.channel === 'web';
    const address = isMail ? (subscriber.email ?? `${row.number}@mail.example`) : line.simulated.msisdn;
    const id = this.#partId('contact');
    this.#made.contacts.push({
      id,
      caseId: row.id,
      channel: row.channel,
      direction,
      subscriberId: subscriber.id,
      lineId: line.id,
      address,
      startedAt: this.#at,
      topicId: row.topicId ?? null,
      createdAt: this.#at,
      ...more,
    });
    return id;
  }

  #message(
    kind: 'inbound' | 'reply' | 'note',
    author: string,
    body: string,
    contactId: string | null,
  ): string {
    const { row } = this.#made;
    const id = this.#partId('message');
    const written = { id, caseId: row.id, contactId, kind, channel: row.channel, author, body };
    this.#made.messages.push({ ...written, state: 'sent', sentAt: this.#at, at: this.#at });
    row.lastMessageId = id;
    return id;
  }

  /** Ids of one case's parts lie within the hundred of its number. */
  #partId(room: 'contact' | 'message'): string {
    this.#parts += 1;
    return planId(this.#scene.plan, room, this.#at, this.#made.row.number * 100 + this.#parts);
  }

  /** Until an agent has acted, in minutes. */
  #pause(from: number, to: number): void {
    const { channel } = this.#made.row;
    this.#at = new Date(this.#at.getTime() + pauseMs(this.#scene.draws, channel, { from, to }));
  }

  #wait(fromMinutes: number, toMinutes: number): void {
    const { draws } = this.#scene;
    this.#at = new Date(this.#at.getTime() + draws.int(fromMinutes * 60, toMinutes * 60) * 1000);
  }

  /** Nothing of an open case lies in the future. */
  #cutAt(now: Date): SeededCase {
    const late = (at: Date) => (at > now ? now : at);
    const { row, events, messages: written, contacts: had } = this.#made;
    for (const event of events) event.at = late(event.at);
    for (const message of written) message.at = late(message.at);
    for (const contact of had) contact.endedAt = contact.endedAt ? late(contact.endedAt) : null;
    row.changedAt = late(row.changedAt);
    return this.#made;
  }
}
