/** What one has begun to write, with when it was last changed, epoch ms. */
export type Draft = { body: string; savedAt: number };

/**
 * Which of the two to go on with: what this browser kept or what the server did. The newer one; where the
 * server's was written elsewhere at the same moment, what is here.
 */
export function newestDraft(here: Draft | null, server: Draft | null): string {
  if (!here) return server?.body ?? '';
  if (!server) return here.body;
  return server.savedAt > here.savedAt ? server.body : here.body;
}

/** What is left to write once `sent` has gone: what was typed after it. */
export function restOf(body: string, sent: string): string {
  if (body.trim() === sent) return '';
  return body.startsWith(sent) ? body.slice(sent.length).trimStart() : body;
}

/** What is written once `sent` was taken back: nothing that was typed since is lost, and nothing stands twice. */
export function withTakenBack(body: string, sent: string): string {
  if (body.trim() === '') return sent;
  return body.includes(sent) ? body : `${sent}\n\n${body}`;
}
