import { defineText } from '../ui/text.ts'
import { commonWords } from './common-words.ts'

export const lawText = defineText({
  en: {
    ...commonWords.en,
    severity: 'Gravity',
    whatIsBroken: 'What is broken',
    cure: 'What would cure it',
    apply: 'Apply',
    applyCure: 'Apply: {cure}',
    provisional: 'provisional: the year’s moved days are not known yet',
    lawful: 'Nothing is broken',
    lawfulHint: 'Every rule that applies to these agents holds on these days.',
    unverified: 'check against the law in force',
    decidedBy: 'Decided by {name}: {reason}',
    publishTitle: 'Publish “{name}”?',
    publishHint:
      'Agents see their shifts at once. A published roster is never changed; a later change is a new edition, with its reason.',
    blockingTitle: {
      one: '{count} rule that forbids publishing is broken: why publish all the same?',
      other: '{count} rules that forbid publishing are broken: why publish all the same?',
    },
    reasonsMissing: { one: '{count} reason is missing.', other: '{count} reasons are missing.' },
    reasonPlaceholder: 'The reason stays in the log with your name',
  },
  ru: {
    ...commonWords.ru,
    severity: 'Тяжесть',
    whatIsBroken: 'Что нарушено',
    cure: 'Чем исправить',
    apply: 'Применить',
    applyCure: 'Применить: {cure}',
    provisional: 'предварительно: переносы этого года ещё не известны',
    lawful: 'Нарушений нет',
    lawfulHint: 'Все правила, которые касаются этих операторов, в эти дни соблюдены.',
    unverified: 'проверьте по действующей редакции',
    decidedBy: 'Решение: {name}, {reason}',
    publishTitle: 'Опубликовать «{name}»?',
    publishHint:
      'Операторы сразу увидят свои смены. Опубликованный график не меняется; изменение — это новая редакция с причиной.',
    blockingTitle: {
      one: 'Нарушено {count} правило, которое запрещает публикацию: почему всё же публиковать?',
      few: 'Нарушено {count} правила, которые запрещают публикацию: почему всё же публиковать?',
      many: 'Нарушено {count} правил, которые запрещают публикацию: почему всё же публиковать?',
      other: 'Нарушено {count} правила, которые запрещают публикацию: почему всё же публиковать?',
    },
    reasonsMissing: {
      one: 'Не хватает {count} причины.',
      few: 'Не хватает {count} причин.',
      many: 'Не хватает {count} причин.',
      other: 'Не хватает {count} причины.',
    },
    reasonPlaceholder: 'Причина останется в журнале с вашим именем',
  },
})
