/**
 * Sends JSON to an address of ours without the router, so that nothing of the page is read again: drafts, marks
 * of what was read, pieces of long work. Throws when there is no connection or the session has ended.
 */
export async function sendQuietly<T>(address: string, body: unknown): Promise<T> {
  const response = await fetch(address, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    redirect: 'error',
    keepalive: true,
  });
  if (!response.ok && response.status !== 409 && response.status !== 422) {
    throw new Error(`${address} answered ${response.status}.`);
  }
  return response.json();
}
