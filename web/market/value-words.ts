import { useText } from '../ui/language.tsx'
import { marketText } from './market-text.ts'

const known = [
  'noExperience',
  'between1And3',
  'between3And6',
  'moreThan6',
  'fullDay',
  'shift',
  'flexible',
  'remote',
] as const

/** Words for what sites write as codes; what is no known code is shown as it is. */
export function useValueWords(): (value: string) => string {
  const t = useText(marketText)
  return (value) => {
    const code = known.find((one) => one === value)
    return code === undefined ? value : t(code)
  }
}
