import { setTimeout } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Draws } from '#seeds/draws.ts';
import { type Catalogues, loadCatalogues, type SeededCarrier } from '#seeds/plan.ts';
import { drawPayload, wishes } from '#seeds/scripted-day.ts';
import type { DeskHandle } from './desk-handle.ts';
import type { FaultLine, FaultWorld } from './fault-world.ts';
import type { Ask } from './messages.ts';

type Submission = Ask & { type: 'submit' };

/**
 * Agents who never give up: what got no answer before the desk died is sent again to the next one, with the
 * same form token. Each line is used once, so that every answer can be told from the ledger.
 */
export class Traffic {
  readonly acknowledged = new Map<string, { id: string; tenantId: string }>();
  readonly refused: Record<string, number> = {};
  #sent = 0;
  readonly #open = new Map<string, Submission>();
  readonly #draws: Draws;
  readonly #lines: FaultLine[];
  #playing = false;
  #catalogues: Catalogues | undefined;

  constructor(draws: Draws, world: FaultWorld) {
    this.#draws = draws;
    this.#lines = draws.shuffle(world.lines);
  }

  get submissions(): number {
    return this.#sent;
  }

  play(desk: DeskHandle, world: FaultWorld): void {
    this.#playing = true;
    desk.listen((said) => {
      if (said.type !== 'acknowledged' && said.type !== 'refused') return;
      const own = this.#open.get(said.formToken);
      this.#open.delete(said.formToken);
      if (said.type === 'refused') this.refused[said.code] = (this.refused[said.code] ?? 0) + 1;
      else if (own) this.acknowledged.set(said.formToken, { id: said.id, tenantId: own.tenantId });
    });
    for (const submission of this.#open.values()) desk.ask(submission);
    void this.#submit(desk, world);
  }

  stop(): void {
    this.#playing = false;
  }

  async #submit(desk: DeskHandle, world: FaultWorld): Promise<void> {
    this.#catalogues ??= await loadCatalogues();
    while (this.#playing && desk.isAlive) {
      const line = this.#lines.pop();
      if (!line) return;
      const wish = this.#draws.weigh(wishes);
      const payload = drawPayload(
        this.#draws,
        this.#catalogues[line.carrier as SeededCarrier],
        wish,
        world.clock.now(),
      );
      const submission: Submission = {
        type: 'submit',
        tenantId: line.tenantId,
        lineId: line.id,
        payload,
        formToken: uuid(),
      };
      this.#open.set(submission.formToken, submission);
      this.#sent += 1;
      desk.ask(submission);
      await setTimeout(this.#draws.int(5, 60));
    }
  }
}
