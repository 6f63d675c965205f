import { data } from 'react-router';
import { readFields } from './form.ts';

/**
 * A form with files, of which the sender must say beforehand how large it is: what is too large, or does not
 * say so, is refused with 413 or 411 before anything of it is read into memory.
 */
export async function readUpload(request: Request, mostBytes: number): Promise<FormData> {
  const length = Number(request.headers.get('Content-Length') ?? Number.NaN);
  if (!Number.isFinite(length)) throw data(null, { status: 411 });
  if (length > mostBytes) throw data(null, { status: 413 });
  return readFields(request);
}

/** The files of one field, without the empty one that a browser sends for none. */
export async function filesOf(form: FormData, field: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files = form.getAll(field).filter((value) => value instanceof File);
  const real = files.filter(({ name, size }) => name !== '' || size > 0);
  return Promise.all(real.map(async (file) => ({ name: file.name, bytes: await file.bytes() })));
}
