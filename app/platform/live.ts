import { EventEmitter } from 'node:events';
import type { Change } from '#db/open.ts';

/** What changed in a tenant, told to the pages that are open. Loses nothing of value: pages re-read. */
export type Live = {
  publish(tenantId: string, changes: Change[]): void;
  /** Returns how to stop listening. */
  subscribe(tenantId: string, listener: (changes: Change[]) => void): () => void;
};

export function createLive(): Live {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish: (tenantId, changes) => void emitter.emit(tenantId, changes),
    subscribe(tenantId, listener) {
      emitter.on(tenantId, listener);
      return () => void emitter.off(tenantId, listener);
    },
  };
}
