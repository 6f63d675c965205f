/** Open desks, as far as the server sees them: streams of events that are read as they come. */
export async function openStreams(url: string, cookie: string, count: number) {
  const closing = new AbortController();
  const listeners: ((text: string) => void)[][] = Array.from({ length: count }, () => []);
  await Promise.all(
    listeners.map(async (waiting) => {
      const answer = await fetch(url, { headers: { Cookie: cookie }, signal: closing.signal });
      if (answer.status !== 200 || !answer.body)
        throw new Error(`${url} was answered with ${answer.status}.`);
      void readAll(answer.body, (text) => {
        for (const hear of [...waiting]) hear(text);
      });
    }),
  );
  return {
    /** Resolves when every stream has told of this topic after the call. */
    next(topic: string): Promise<unknown> {
      return Promise.all(
        listeners.map(
          (waiting) =>
            new Promise<void>((resolve) => {
              const hear = (text: string) => {
                if (!text.includes(`"topic":"${topic}"`)) return;
                waiting.splice(waiting.indexOf(hear), 1);
                resolve();
              };
              waiting.push(hear);
            }),
        ),
      );
    },
    close: () => closing.abort(),
  };
}

async function readAll(body: ReadableStream<Uint8Array>, hear: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) hear(decoder.decode(chunk, { stream: true }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
}
