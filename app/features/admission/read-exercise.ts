import { maskText } from '#app/features/subscriber/mask-personal.ts';
import type { CarrierDesk } from '#app/platform/context.ts';
import type { Preview } from '#carriers/port.ts';
import type { PracticeRoom } from '#carriers/practice-room.ts';
import type { TenantDb } from '#db/open.ts';
import { getPastRequest } from '#db/tenant/queries/admission-practice.ts';
import { exerciseAt, type PracticeKind, practiceKinds } from './practice.ts';
import { type Setting, settingOf } from './practice-setting.ts';

export type PracticeDesk = { db: TenantDb; carriers: CarrierDesk; now: Date; timeZone: string };
export type Exercise = NonNullable<Awaited<ReturnType<typeof readExercise>>>;
type Past = NonNullable<Awaited<ReturnType<typeof getPastRequest>>>;

/**
 * The n-th exercise: what the subscriber of a past request wanted, without who he is and what came of it, on a line
 * of the carrier's simulator. `null`: there are not so many.
 */
export async function readExercise(desk: PracticeDesk, n: number) {
  const opened = await openExercise(desk, exerciseAt(n));
  if (!opened) return null;
  const { past, room, setting } = opened;
  const { carrier } = past;
  const { target, itemName } = setting;
  const read = await room.open(setting.line, desk.now).getLine();
  return {
    requestId: past.id,
    carrier,
    wish: target.reason === 'theft' ? ('line.theft' as const) : target.kind,
    item: itemName,
    line: read.ok ? read.value : null,
    options: room.options.map(({ code, name }) => ({ code, name })),
    tariffs: room.tariffs.map(({ code, name }) => ({ code, name })),
  };
}

/** A past request with the room of its carrier and the line that was made of it. */
export async function openExercise(
  { db, carriers }: PracticeDesk,
  where: Parameters<typeof getPastRequest>[1],
) {
  const past = await getPastRequest(db, where);
  const kind = past && practiceKinds.find((one) => one === past.kind);
  if (!past || !kind) return null;
  const room = await carriers.practise(past.carrier);
  return { past, room, setting: settingFor(past, kind, room) };
}

function settingFor(
  { id, state, itemName, payload, failure }: Past,
  kind: PracticeKind,
  room: PracticeRoom,
): Setting {
  const isTheft = payload.kind === 'line.block' && payload.reason === 'theft';
  // The end of an id is drawn by chance.
  const seed = Number.parseInt(id.slice(-6), 16) || 0;
  const past = { kind, isTheft, itemName, seed, isDone: state === 'done' };
  return settingOf({ ...past, failure: failure?.class ?? null }, room);
}

/** Codes of options as their names, as the desk shows terms. */
export function withNames(preview: Preview, { options }: Pick<PracticeRoom, 'options'>): Preview {
  const name = (code: string) => options.find((option) => option.code === code)?.name ?? maskText(code);
  return { ...preview, adds: preview.adds.map(name), drops: preview.drops.map(name) };
}
