import type { Bilingual } from '../ui/text.ts'

/** What acts about the installation are called. */
export const installationActWords: Readonly<Record<string, Bilingual>> = {
  'installation.backups.age': {
    ru: 'Задано, сколько суток может быть последней резервной копии',
    en: 'Said how old the newest backup may be',
  },
  'installation.signIn.check': { ru: 'Проверен вход через другую систему', en: 'Checked sign-in at another place' },
}
