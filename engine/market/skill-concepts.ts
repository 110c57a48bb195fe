/**
 * What words of skills mean, by how they begin. Different words with one meaning have one concept; a compound word has the concepts it is
 * made of. Near-synonyms are suggested from this; the person decides.
 */
export const conceptsByBeginning: readonly (readonly [string, readonly string[]])[] = [
  ['тайм', ['manage', 'time']],
  ['телемаркетинг', ['phone', 'sell']],
  ['клиентоориент', ['orient', 'client']],
  ['бюджетирован', ['manage', 'budget']],
  ['бюджет', ['budget']],
  ['управлен', ['manage']],
  ['управля', ['manage']],
  ['руковод', ['manage']],
  ['менеджмент', ['manage']],
  ['персонал', ['people']],
  ['сотрудник', ['people']],
  ['коллектив', ['people']],
  ['команд', ['people']],
  ['подчинен', ['people']],
  ['обуч', ['train']],
  ['тренинг', ['train']],
  ['мотив', ['motivate']],
  ['подбор', ['hire']],
  ['набор', ['hire']],
  ['рекрутинг', ['hire']],
  ['найм', ['hire']],
  ['времен', ['time']],
  ['ориентир', ['orient']],
  ['ориентац', ['orient']],
  ['клиент', ['client']],
  ['заказчик', ['client']],
  ['переговор', ['negotiate']],
  ['презентац', ['present']],
  ['продаж', ['sell']],
  ['анализ', ['analyse']],
  ['аналити', ['analyse']],
  ['ответствен', ['responsible']],
  ['результат', ['result']],
  ['грамот', ['literate']],
  ['реч', ['speech']],
  ['телефон', ['phone']],
  ['phone', ['phone']],
  ['звон', ['call']],
  ['call', ['call']],
  ['претенз', ['complaint']],
  ['жалоб', ['complaint']],
  ['рекламац', ['complaint']],
  ['общен', ['talk']],
  ['коммуникац', ['talk']],
  ['многозадачн', ['multitask']],
  ['конфликт', ['conflict']],
  ['отчет', ['report']],
  ['excel', ['excel']],
  ['эксел', ['excel']],
  ['битрикс', ['bitrix']],
  ['bitrix', ['bitrix']],
  ['английск', ['english']],
  ['english', ['english']],
]

/** Words that add nothing to the skill beside them, by how they begin. */
export const emptyBeginnings: readonly string[] =
  'навык умени опыт знани способност мышлен уверен продвинут пользовател режим услови работ ведени проведени владени качеств урегулирован разрешен решен использован осуществлен организац'.split(
    ' ',
  )

/** Little words. */
export const littleWords: ReadonlySet<string> = new Set([
  'в',
  'и',
  'с',
  'со',
  'на',
  'по',
  'за',
  'для',
  'к',
  'от',
  'of',
  'and',
  'the',
])

/** A concept says another by itself: who is responsible is so for a result, a complaint is a client's. */
export const impliedBy: Readonly<Record<string, readonly string[]>> = {
  motivate: ['people'],
  responsible: ['result'],
  complaint: ['client'],
  literate: ['speech'],
}
