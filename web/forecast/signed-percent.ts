import type { useFormats } from '../ui/language.tsx'

/** A share with its sign, above nothing too. */
export const signedPercent = (formats: ReturnType<typeof useFormats>, fraction: number | null): string =>
  fraction !== null && fraction > 0 ? `+${formats.percent(fraction, 1)}` : formats.percent(fraction, 1)
