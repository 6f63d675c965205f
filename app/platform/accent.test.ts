import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentOf, contrast } from './accent.ts';

test('white text is readable on the filled shade and darker ones, whatever colour a client has', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const colour = fc
    .tuple(channel, channel, channel)
    .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
  fc.assert(
    fc.property(colour, (hex) => {
      const shades = accentOf(hex);
      for (const shade of shades.slice(6)) expect(contrast(shade, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(shades[9], shades[0])).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a dark enough colour is kept as it is', () => {
  expect(accentOf('#b3261e')[6]).toBe('#b3261e');
});

test.each(['', 'red', '#12', '#1234567', 'url(x)'])('%s is not a colour: the house blue', (colour) => {
  expect(accentOf(colour)[6]).toBe('#2f5d8c');
});
