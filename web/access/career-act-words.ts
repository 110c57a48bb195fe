import type { Bilingual } from '../ui/text.ts'

/** What acts on one's own résumé are called. */
export const careerActWords: Readonly<Record<string, Bilingual>> = {
  'career.resume.create': { ru: 'Начато резюме', en: 'Began a résumé' },
  'career.resume.change': { ru: 'Изменено резюме', en: 'Changed a résumé' },
  'career.resume.delete': { ru: 'Удалено резюме', en: 'Deleted a résumé' },
  'career.resume.export': { ru: 'Выгружено резюме', en: 'Exported a résumé' },
  'career.letter.create': { ru: 'Начато письмо', en: 'Began a letter' },
  'career.letter.change': { ru: 'Изменено письмо', en: 'Changed a letter' },
  'career.letter.delete': { ru: 'Удалено письмо', en: 'Deleted a letter' },
  'career.letter.export': { ru: 'Выгружено письмо', en: 'Exported a letter' },
  'career.result.sign': { ru: 'Подписан результат', en: 'Signed a result' },
  'career.result.withdraw': { ru: 'Отозван результат', en: 'Withdrew a result' },
  'career.all.export': { ru: 'Выгружено всё о своей карьере', en: 'Exported everything of one’s career' },
  'career.all.delete': { ru: 'Удалено всё о своей карьере', en: 'Deleted everything of one’s career' },
}
