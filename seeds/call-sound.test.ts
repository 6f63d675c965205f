import { expect, test } from 'vitest';
import { makeCallSound } from './call-sound.ts';

test('a made-up call is a WAV of its length, with voices and pauses, the same again', () => {
  const sound = makeCallSound(20, 7);
  const view = new DataView(sound.buffer);
  expect(new TextDecoder().decode(sound.subarray(0, 4))).toBe('RIFF');
  expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([sound.length - 8, 20 * 8000]);
  const samples = sound.subarray(44);
  const tenths = Array.from({ length: 200 }, (_, at) => samples.subarray(at * 800, (at + 1) * 800));
  const silent = tenths.filter((tenth) => tenth.every((sample) => sample === 128)).length;
  expect(silent).toBeGreaterThan(10);
  expect(silent).toBeLessThan(150);
  expect(makeCallSound(20, 7)).toEqual(sound);
  expect(makeCallSound(20, 8)).not.toEqual(sound);
});
