import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standingMoves } from '#app/features/ladder/standing.ts';
import { promiseMoves } from '#app/features/promise/promise.ts';
import { suspensionMoves } from '#app/features/suspension/suspension.ts';

const page = readFileSync(new URL('../docs/debt.md', import.meta.url), 'utf8');
const diagrams = [...page.matchAll(/```mermaid\nstateDiagram-v2\n([\s\S]*?)```/g)].map(([, lines = '']) =>
  lines.trim().split(/\n\s*/),
);

test('the diagram of a promise is its table', () => {
  const moves = promiseMoves.map(({ from, to, move }) => `${from} --> ${to}: ${move}`);
  expect(diagrams).toContainEqual(['[*] --> open', ...moves]);
});

test('the diagram of a suspension is its table', () => {
  const moves = suspensionMoves.flatMap(({ from, to, move }) =>
    from.map((state) => `${state} --> ${to}: ${move}`),
  );
  expect(diagrams).toContainEqual(['[*] --> proposed', ...moves]);
});

test('the diagram of a ladder is its table', () => {
  const moves = standingMoves.map(({ move, from, to }) => `${from} --> ${to}: ${move}`);
  expect(diagrams).toContainEqual(['[*] --> off', ...moves]);
});
