import { useLanguage } from './language.tsx'

/** Under which name the system itself acts; as it is kept, whoever reads it. */
const SYSTEM = 'Пульт'

/** Says who did something: people by their names, the system as the reader's language calls it. */
export function useWho(): (name: string) => string {
  const language = useLanguage()
  return (name) => (name === SYSTEM && language === 'en' ? 'Pult' : name)
}
