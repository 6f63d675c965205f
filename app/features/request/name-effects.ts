import type { Preview } from '#carriers/port.ts';
import type { TenantDb } from '#db/open.ts';
import { findItemName } from './find-item-name.ts';

/** The preview with the options it adds and drops called by name; the code stands where nobody has seen one. */
export async function nameEffects(
  db: TenantDb,
  line: { id: string; carrier: string },
  preview: Preview,
): Promise<Preview> {
  const nameOf = async (optionCode: string) =>
    (await findItemName(db, line, { kind: 'option.connect', optionCode })) ?? optionCode;
  const [adds, drops] = await Promise.all([
    Promise.all(preview.adds.map(nameOf)),
    Promise.all(preview.drops.map(nameOf)),
  ]);
  return { ...preview, adds, drops };
}
