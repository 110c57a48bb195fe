import type { Bilingual } from '../ui/text.ts'

/** What acts about wallboards are called. */
export const wallboardActWords: Readonly<Record<string, Bilingual>> = {
  'wallboards.board.create': { ru: 'Заведено табло', en: 'Made a wallboard' },
  'wallboards.board.change': { ru: 'Изменено табло', en: 'Changed a wallboard' },
  'wallboards.board.delete': { ru: 'Удалено табло', en: 'Deleted a wallboard' },
  'wallboards.link.make': { ru: 'Сделана ссылка на табло', en: 'Made a link to a wallboard' },
  'wallboards.link.revoke': { ru: 'Отозвана ссылка на табло', en: 'Revoked the link to a wallboard' },
  'wallboards.link.open': { ru: 'Табло открыто по ссылке', en: 'A wallboard was opened by its link' },
}
