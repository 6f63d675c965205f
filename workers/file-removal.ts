import { z } from 'zod';
import { fileStore } from '#app/features/attachment/file-store.ts';
import { removeFiles } from '#app/features/attachment/remove-files.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ hashes: z.array(z.string()) });

/** Removes the files of an erased person from the disk. */
export const fileRemoval: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'file-removal',
  payload: Payload,
  attempts: 10,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { hashes }) {
    if (hashes.length === 0) return cancel('the work names no file');
    await removeFiles(db, fileStore(services.env.PULT_DATA_DIR, db.tenantId), hashes);
    return done;
  },
};
