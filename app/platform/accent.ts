/** One client company's accent as the ten shades Mantine wants, from any `#rrggbb`. */
export type Accent = [string, string, string, string, string, string, string, string, string, string];

type Rgb = [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** White text on the filled shade must stay readable, and a link of it on our greys: WCAG AA, 4.5 times 1.15. */
const leastContrast = 5.2;
const fallback: Rgb = [47, 93, 140];

function parse(hex: string): Rgb {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!found) return fallback;
  return [1, 2, 3].map((at) => Number.parseInt(found[at] ?? '0', 16)) as Rgb;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share)) as Rgb;
}

function format(colour: Rgb): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Shades 0–5 are tints, 6 is the filled shade, 7–9 go darker. */
export function accentOf(colour: string): Accent {
  let filled = parse(colour);
  while (contrast(format(filled), '#ffffff') < leastContrast) filled = mix(filled, black, 0.05);
  const tints = [0.92, 0.82, 0.66, 0.5, 0.34, 0.17].map((share) => mix(filled, white, share));
  const shades = [0.14, 0.28, 0.42].map((share) => mix(filled, black, share));
  return [...tints, filled, ...shades].map(format) as Accent;
}
