import { setTimeout } from 'node:timers/promises';
import type { Draws } from '#seeds/draws.ts';
import type { ContactWorld } from './contact-world.ts';
import type { DeskHandle } from './desk-handle.ts';
import type { Ask } from './messages.ts';

type Calling = Ask & { type: 'contact' };

/** Calls for contacts; what was not acknowledged before the desk died is called for again by the same key. */
export class ContactTraffic {
  readonly acknowledged = new Map<string, { tenantId: string; subscriberId: string }>();
  #sent = 0;
  readonly #open = new Map<string, Calling>();
  readonly #draws: Draws;
  readonly #people: ContactWorld['people'];
  #playing = false;

  constructor(draws: Draws, { people }: ContactWorld) {
    this.#draws = draws;
    this.#people = people;
  }

  play(desk: DeskHandle): void {
    this.#playing = true;
    desk.listen((said) => {
      if (said.type !== 'called') return;
      const own = this.#open.get(said.sendKey);
      this.#open.delete(said.sendKey);
      if (own)
        this.acknowledged.set(said.sendKey, {
          tenantId: own.tenantId,
          subscriberId: own.work.subscriberId,
        });
    });
    for (const calling of this.#open.values()) desk.ask(calling);
    void this.#call(desk);
  }

  stop(): void {
    this.#playing = false;
  }

  async #call(desk: DeskHandle): Promise<void> {
    while (this.#playing && desk.isAlive) {
      const { tenantId, subscriberId } = this.#draws.pick(this.#people);
      this.#sent += 1;
      const work = {
        sendKey: `fault-${this.#sent}`,
        subscriberId,
        subject: 'Оплата связи',
        text: 'Оплатите связь.',
        purpose: this.#draws.weigh({ collection: 3, service: 2 }),
        channel: this.#draws.weigh({ email: 1, sms: 2 }),
      };
      const calling: Calling = { type: 'contact', tenantId, work };
      this.#open.set(work.sendKey, calling);
      desk.ask(calling);
      await setTimeout(this.#draws.int(5, 60));
    }
  }
}
