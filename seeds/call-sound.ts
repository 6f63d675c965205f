import { createDraws, type Draws } from './draws.ts';

const samplesPerSecond = 8000;
const quiet = 128;
/** The agent's voice and the subscriber's, in cycles a second. */
const voices = [210, 130];
const headerBytes = 44;

/** A made-up call as a WAV file, 8 bits mono: two tones that speak in turns, with pauses. The same seed sounds the same. */
export function makeCallSound(seconds: number, seed: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * samplesPerSecond);
  const file = new Uint8Array(headerBytes + samples);
  writeHeader(new DataView(file.buffer), samples);
  file.fill(quiet, headerBytes);
  const draws = createDraws(seed);
  let at = 0;
  for (let turn = 0; at < samples; turn += 1) {
    const until = Math.min(samples, at + draws.int(900, 4500) * 8);
    speak(file.subarray(headerBytes + at, headerBytes + until), voices[turn % voices.length] ?? 0, draws);
    at = until + draws.int(200, 1600) * 8;
  }
  return file;
}

/** About four syllables a second, each swelling and fading. */
function speak(samples: Uint8Array, pitch: number, draws: Draws): void {
  const loudness = draws.int(45, 100);
  const syllable = samplesPerSecond / draws.int(3, 5);
  for (let at = 0; at < samples.length; at += 1) {
    const swell = Math.sin((Math.PI * (at % syllable)) / syllable) ** 2;
    const wave = Math.sin((2 * Math.PI * pitch * at) / samplesPerSecond);
    samples[at] = quiet + Math.round(loudness * swell * wave);
  }
}

/** RIFF as of PCM: http://soundfile.sapp.org/doc/WaveFormat/. Numbers are little-endian. */
function writeHeader(view: DataView, samples: number): void {
  const tag = (at: number, text: string) => {
    for (const [index, letter] of [...text].entries()) view.setUint8(at + index, letter.charCodeAt(0));
  };
  tag(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + samples, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samplesPerSecond, true);
  view.setUint32(28, samplesPerSecond, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  tag(36, 'data');
  view.setUint32(40, samples, true);
}
