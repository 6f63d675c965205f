import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** PostgreSQL on a thread of its own: what it does takes no time of the thread that serves people. */
export type ThreadQuery = { type: 'query'; id: number; text: string; params: readonly unknown[] };
export type ThreadCall = ThreadQuery | { type: 'close' };
export type ThreadAnswer =
  | { type: 'ready' }
  | { type: 'notified'; channel: string; payload: string }
  | { type: 'rows'; id: number; rows: unknown[]; rowCount: number }
  | { type: 'refused'; id: number; message: string; code?: string; detail?: string };

const { folder } = workerData as { folder: string };
const tell = (answer: ThreadAnswer) => parentPort?.postMessage(answer);

// PostgreSQL's own 128 MB of shared buffers would stay in memory for a queue of some hundred rows.
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
const db = await PGlite.create(folder, { relaxedDurability: true, startParams });
db.onNotification((channel, payload) => tell({ type: 'notified', channel, payload }));
parentPort?.on('message', (call: ThreadCall) => void (call.type === 'query' ? query(call) : close()));
tell({ type: 'ready' });

async function query({ id, text, params }: ThreadQuery): Promise<void> {
  try {
    const result = params.length > 0 ? await db.query(text, [...params]) : (await db.exec(text)).at(-1);
    const rows = result?.rows ?? [];
    tell({ type: 'rows', id, rows, rowCount: result?.affectedRows || rows.length });
  } catch (error) {
    const { message, code, detail } = error as Error & { code?: string; detail?: string };
    tell({ type: 'refused', id, message, ...(code ? { code } : {}), ...(detail ? { detail } : {}) });
  }
}

async function close(): Promise<void> {
  await db.close();
  parentPort?.close();
}
