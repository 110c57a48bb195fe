import type { Bilingual } from '../ui/text.ts'

/** What acts in the market are called. */
export const marketActWords: Readonly<Record<string, Bilingual>> = {
  'market.specialisation.create': { ru: 'Заведена специализация', en: 'Made a specialisation' },
  'market.specialisation.change': { ru: 'Изменена специализация', en: 'Changed a specialisation' },
  'market.specialisation.delete': { ru: 'Удалена специализация', en: 'Deleted a specialisation' },
  'market.snapshot.refresh': { ru: 'Начато обновление рынка', en: 'Began to refresh the market' },
  'market.snapshot.cancel': { ru: 'Остановлено обновление рынка', en: 'Stopped refreshing the market' },
  'market.snapshot.delete': { ru: 'Удалён снимок рынка', en: 'Deleted a snapshot of the market' },
  'market.file.import': { ru: 'Загружен файл вакансий', en: 'Took a file of vacancies' },
  'market.source.change': { ru: 'Изменён источник вакансий', en: 'Changed a source of vacancies' },
  'market.source.forget': { ru: 'Забыт токен источника', en: 'Forgot a source’s token' },
  'market.skills.group': { ru: 'Навыки считаются как один', en: 'Counted skills as one' },
  'market.skills.ungroup': { ru: 'Навыки снова считаются порознь', en: 'Counted skills apart again' },
  'market.skills.apart': { ru: 'Навыки признаны разными', en: 'Said that skills are different' },
  'market.skills.suggestAgain': { ru: 'Отказы от синонимов забыты', en: 'Let refused synonyms be suggested again' },
  'market.skills.export': { ru: 'Выгружены навыки рынка', en: 'Exported skills of the market' },
  'market.post.create': { ru: 'Должность поставлена рядом с рынком', en: 'Put a post beside the market' },
  'market.post.change': { ru: 'Должность рядом с рынком изменена', en: 'Changed a post beside the market' },
  'market.post.delete': { ru: 'Должность убрана', en: 'Took a post away' },
  'market.digest.create': { ru: 'Заведён дайджест рынка', en: 'Made a market digest' },
  'market.digest.change': { ru: 'Изменён дайджест рынка', en: 'Changed a market digest' },
  'market.digest.delete': { ru: 'Удалён дайджест рынка', en: 'Deleted a market digest' },
  'market.digest.send': { ru: 'Отправлен дайджест рынка', en: 'Sent a market digest' },
  'market.digest.export': { ru: 'Выгружен дайджест рынка', en: 'Exported a market digest' },
}
