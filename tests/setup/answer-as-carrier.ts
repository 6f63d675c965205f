import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { CarrierSimulator } from '#carriers/simulation.ts';
import { mountedHosts } from './mounted-hosts.ts';

/** Lets a simulator answer at a carrier's real address. Returns how to stop. */
export function answerAsCarrier(simulator: CarrierSimulator, origin: string): () => void {
  const answer = http.all(`${origin}/*`, async ({ request }) => {
    const { status, headers, body } = await simulator.fetch(request);
    return new HttpResponse(body, { status, headers });
  });
  const server = setupServer(answer);
  server.listen({ onUnhandledFrame: 'error' });
  mountedHosts.add(origin);
  return () => {
    mountedHosts.delete(origin);
    server.close();
  };
}
