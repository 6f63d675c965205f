import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core';
import { type Accent, accentOf } from './accent.ts';

const houseBlue = '#2f5d8c';

/** Dense and quiet: 13 px, small radii, no shadows for decoration. The accent is the client company's. */
export function themeOf(colour: string | undefined): MantineThemeOverride {
  return createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 6 },
    colors: { accent: accentOf(colour ?? houseBlue), dark: darkSurfaces, red: deepReds },
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, sans-serif',
    fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Segoe UI Mono", Menlo, Consolas, monospace',
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
    lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.35' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.125rem', lineHeight: '1.5rem' },
        h2: { fontSize: '0.9375rem', lineHeight: '1.375rem' },
        h3: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      },
    },
    defaultRadius: 'sm',
    respectReducedMotion: true,
    cursorType: 'pointer',
    variantColorResolver: deeperOnTints,
    components: componentDefaults,
  });
}

/** On its own tint the library's deepest green or yellow has a contrast below 4.5: some black helps. */
const deeperOnTints: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'light' || !colors.color.startsWith('var(')) return colors;
  return { ...colors, color: `light-dark(color-mix(in srgb, ${colors.color} 60%, black), ${colors.color})` };
};

/** Designed, not inverted: a cool grey that keeps the borders visible and the text below pure white. */
const darkSurfaces: Accent = [
  '#e3e5e8',
  '#c3c7cd',
  '#9ba1aa',
  '#7b828d',
  '#454b55',
  '#343941',
  '#262a31',
  '#1b1e24',
  '#15181d',
  '#0f1115',
];

/** The library's, but for the filled shade: white stands on it with a contrast of 5.6 to 1. */
const deepReds: Accent = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#e03131',
  '#c92a2a',
  '#b32424',
  '#9c1f1f',
  '#861a1a',
];

const quick = { duration: 120 };
// Locking the page's scroll injects a style element that the Content-Security-Policy refuses; the panes
// scroll, the page does not.
const dialog = { defaultProps: { transitionProps: quick, lockScroll: false } };

const componentDefaults: NonNullable<MantineThemeOverride['components']> = {
  Anchor: { defaultProps: { inherit: true } },
  Text: { defaultProps: { size: 'sm' } },
  Badge: { defaultProps: { variant: 'light' } },
  Button: { defaultProps: { size: 'xs' } },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
  TextInput: { defaultProps: { size: 'xs' } },
  PasswordInput: { defaultProps: { size: 'sm' } },
  Textarea: { defaultProps: { size: 'xs' } },
  Select: { defaultProps: { size: 'xs', comboboxProps: { transitionProps: quick } } },
  NumberInput: { defaultProps: { size: 'xs' } },
  Checkbox: { defaultProps: { size: 'xs' } },
  SegmentedControl: { defaultProps: { size: 'xs' } },
  Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 'sm' } },
  Modal: dialog,
  Drawer: dialog,
  Tooltip: { defaultProps: { openDelay: 400, transitionProps: quick, fz: 'xs' } },
  Menu: { defaultProps: { transitionProps: quick } },
};
