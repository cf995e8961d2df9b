import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const font = "'Segoe UI', 'PT Sans', 'DejaVu Sans', sans-serif";
/** On a tinted ground the tint's own dark shade is too pale for AA; plain text is not. */
const readable = { color: 'var(--mantine-color-text)' };
const small = { defaultProps: { size: 'xs' } };
/** A part of a name and Enter: the first that fits is chosen. */
const choice = { defaultProps: { ...small.defaultProps, selectFirstOptionOnChange: true } };

/** Mantine's look, made dense: 1366×768 has to hold a class. */
export const theme = createTheme({
  fontFamily: font,
  fontFamilyMonospace: "Consolas, 'PT Mono', 'DejaVu Sans Mono', monospace",
  focusRing: 'auto',
  cursorType: 'pointer',
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  fontSizes: {
    xs: '0.8125rem',
    sm: '0.875rem',
    md: '0.9375rem',
    lg: '1.0625rem',
    xl: '1.25rem',
  },
  spacing: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1.125rem', xl: '1.75rem' },
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: small,
    TextInput: small,
    PasswordInput: small,
    NumberInput: small,
    Textarea: small,
    Select: choice,
    MultiSelect: choice,
    Checkbox: small,
    Radio: small,
    Switch: small,
    SegmentedControl: small,
    Badge: {
      defaultProps: { size: 'md', tt: 'none', fw: 500, ff: 'text' },
      styles: { label: readable },
    },
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'md' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Alert: { defaultProps: { variant: 'light', p: 'sm' }, styles: { title: readable } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Закрыть' } } },
    Drawer: {
      defaultProps: { position: 'right', closeButtonProps: { 'aria-label': 'Закрыть' } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Закрыть' } } },
  },
});

/** Greys that hold the AA contrast of 4.5 : 1, which Mantine's own dimmed text does not. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5b6470',
    '--mantine-color-placeholder': '#697280',
    '--mantine-color-error': colors.red[9],
    '--sj-surface': '#ffffff',
    '--sj-canvas': '#f5f6f8',
    '--sj-line': '#d9dde3',
    '--sj-row-hover': '#eef2fb',
    '--sj-row-active': '#dfe7fb',
    '--sj-head': '#eceff3',
  },
  dark: {
    '--mantine-color-dimmed': '#a3abb7',
    '--mantine-color-placeholder': '#8f98a5',
    '--mantine-color-error': colors.red[4],
    '--sj-surface': '#1f2227',
    '--sj-canvas': '#17191d',
    '--sj-line': '#3a4049',
    '--sj-row-hover': '#262b34',
    '--sj-row-active': '#2c3a5c',
    '--sj-head': '#2a2e35',
  },
});
