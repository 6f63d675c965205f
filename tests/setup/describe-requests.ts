import { finalStates, type Move, moves, type RequestState } from '#app/features/request/request.ts';
import request from '#app/locales/en/request.ts';

/** The page docs/requests.md, made from the one table of moves and the words of the interface. */
export function describeRequests(): string {
  return `# How a request goes

Every change that is carried out at a carrier, or by a person, is a request. What may happen to it is one table, \`moves\`
in \`app/features/request/request.ts\`. It drives the guards, the buttons, the tests of every state and move, and this page:
\`npx vitest run tests/request-page.test.ts -u\` writes it again.

\`\`\`mermaid
${diagram()}
\`\`\`

## States

| state | shown as | meaning |
|---|---|---|
${(Object.keys(request.state) as RequestState[]).map(stateRow).join('\n')}

## Moves

A person makes a move on the desk, a worker because of what the carrier said or did not say. Each move is an event with
who, when and why.

| move | from | to | by | event |
|---|---|---|---|---|
${moves.map(moveRow).join('\n')}

\`sending\` is on disk before a socket is opened. A request that is found in \`sending\` by somebody else, or whose answer
was lost, is \`unconfirmed\`: the carrier is asked, and only its proof of absence lets the request be sent again.
`;
}

function diagram(): string {
  const steps = moves.flatMap(({ move, from, to }) => from.map((state) => `  ${state} --> ${to}: ${move}`));
  const ends = finalStates.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', '  [*] --> draft', ...steps, ...ends].join('\n');
}

function stateRow(state: RequestState): string {
  return `| \`${state}\` | ${request.state[state]} | ${request.stateHint[state]} |`;
}

function moveRow({ move, from, to, by, event }: Move): string {
  return `| ${move} | ${from.join(', ')} | ${to} | ${by.join(', ')} | ${event} |`;
}
