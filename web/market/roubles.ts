import { useFormats } from '../ui/language.tsx'

/** Whole roubles as people write them; "–" for nothing. */
export function useRoubles(): (value: number | null) => string {
  const formats = useFormats()
  return (value) => (value === null ? formats.number(null) : `${formats.number(Math.round(value), 0)} ₽`)
}
