import type { RouterContextProvider } from 'react-router';
import type { ZodType } from 'zod';
import { faultsOf, faulty } from './form.ts';
import { type Refusal, refusal } from './http-errors.ts';
import { readJson } from './read-json.ts';
import { requestDeskOf } from './request-desk.ts';
import type { Result } from './result.ts';

type Asked = { request: Request; context: Readonly<RouterContextProvider> };

/** Reads what a page of ours sent by its schema, runs one command with it, and answers what came of it. */
export async function answerJson<T, V>(
  { request, context }: Asked,
  schema: ZodType<T>,
  command: (desk: ReturnType<typeof requestDeskOf>, input: T) => Promise<Result<V, Refusal>>,
) {
  const input = schema.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const done = await command(requestDeskOf(context), input.data);
  return done.ok ? { done: done.value } : refusal(done.error);
}
