import { useFormats } from '../ui/language.tsx'

/** The present month in the centre, `YYYY-MM`. */
export function useMonth(): string {
  return useFormats().today(Date.now()).slice(0, 7)
}
