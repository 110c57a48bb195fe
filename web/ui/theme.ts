import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

// Pine is the desk, brass its lamps, brick its alarms; ink and paper are everything else. Contrast of every pair used for text
// is at least 4.5 : 1 in both themes.
const pine: MantineColorsTuple = ['#edf6f4', '#d8eae6', '#b0d4cc', '#84bcb1', '#5ba699', '#3a9083', '#1f766b', '#155f56', '#0e4b44', '#083733']
const brass: MantineColorsTuple = ['#fdf5e4', '#f9e8c3', '#f2d28c', '#e9bb55', '#dca431', '#bf8412', '#95640a', '#7a5006', '#5c3c04', '#3f2902']
const brick: MantineColorsTuple = ['#fcefec', '#f8dcd6', '#efb9ae', '#e69484', '#db6f5c', '#c8503d', '#ae3a2a', '#8f2d20', '#702318', '#531910']
const ink: MantineColorsTuple = ['#dbe2e2', '#bcc7c8', '#9aa8aa', '#76868a', '#3f4d52', '#303c41', '#222c31', '#182125', '#10181b', '#0a1012']
const paper: MantineColorsTuple = ['#f8f8f6', '#f0f1ee', '#e5e7e3', '#d6d9d4', '#bcc1bb', '#979e98', '#646c68', '#4a524f', '#313836', '#1b2221']

/** Fonts that are on every machine: nothing is fetched, and figures stand under each other. */
const FONTS = 'ui-sans-serif, "Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif'

export const theme = createTheme({
  colors: { pine, brass, brick, dark: ink, gray: paper, red: brick, yellow: brass, green: pine },
  primaryColor: 'pine',
  primaryShade: { light: 6, dark: 6 },
  white: '#ffffff',
  black: '#1b2221',
  fontFamily: FONTS,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontFamily: FONTS,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Paper: { defaultProps: { withBorder: true, radius: 'md' } },
    Modal: { defaultProps: { centered: true, radius: 'md', overlayProps: { backgroundOpacity: 0.45 } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
    Tooltip: { defaultProps: { openDelay: 250, events: { hover: true, focus: true, touch: true } } },
  },
})

/** The few colours that Mantine has no name for, in both themes; style sheets use them as `var(--pult-…)`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f8f8f6',
    '--mantine-color-dimmed': '#5b6461',
    '--mantine-color-placeholder': '#6d7672',
    '--mantine-color-anchor': '#155f56',
    '--mantine-color-error': '#ae3a2a',
    '--mantine-color-default-border': '#d6d9d4',
    '--pult-surface': '#ffffff',
    '--pult-line': '#e5e7e3',
    '--pult-hover': '#f0f4f2',
    '--pult-selected': '#e2efec',
    '--pult-good': '#17695f',
    '--pult-good-bg': '#e2f0ed',
    '--pult-near': '#7a5006',
    '--pult-near-bg': '#fbf0d8',
    '--pult-bad': '#a33425',
    '--pult-bad-bg': '#fbe9e5',
    '--pult-rail': '#113330',
    '--pult-rail-text': '#d3e4e0',
    '--pult-rail-dim': '#93b3ad',
    '--pult-rail-hover': '#1b4440',
    '--pult-rail-active': '#23544e',
    '--pult-lamp': '#e9bb55',
    '--pult-heat': '31, 118, 107',
  },
  dark: {
    '--mantine-color-body': '#131b1e',
    '--mantine-color-dimmed': '#9aa8aa',
    '--mantine-color-placeholder': '#87969a',
    '--mantine-color-anchor': '#84bcb1',
    '--mantine-color-error': '#e69484',
    '--mantine-color-default-border': '#35434a',
    '--pult-surface': '#1a2327',
    '--pult-line': '#2a363b',
    '--pult-hover': '#212c31',
    '--pult-selected': '#1d3b38',
    '--pult-good': '#7cc4b6',
    '--pult-good-bg': '#16332f',
    '--pult-near': '#e9bb55',
    '--pult-near-bg': '#372b11',
    '--pult-bad': '#ee9d8d',
    '--pult-bad-bg': '#3d201b',
    '--pult-rail': '#0c1416',
    '--pult-rail-text': '#c9d5d4',
    '--pult-rail-dim': '#86989a',
    '--pult-rail-hover': '#172225',
    '--pult-rail-active': '#1c3633',
    '--pult-lamp': '#dca431',
    '--pult-heat': '91, 166, 153',
  },
})
