import { defineText } from '../ui/text.ts'

/** Near-synonyms: what is suggested, what was decided. */
export const synonymText = defineText({
  en: {
    suggestionsTitle: 'May be one thing',
    suggestionsHint:
      'Found by what their words mean; you decide. Counted as one, a vacancy counts once whichever of them it names.',
    suggestionsNone: 'Nothing waits for a decision.',
    together: 'together {share}',
    one: 'One thing',
    different: 'Different things',
    groupsTitle: 'Counted as one',
    groupsNone: 'No skills are counted as one yet.',
    ungroup: 'Count apart again',
    decidedBy: '{name}, {when}',
    refusedCount: 'Said to be different: {count} pairs.',
    suggestAgain: 'Suggest them again',
    skill: 'Skill',
    decided: 'Decided',
    byHand: 'Count as one what is not suggested',
    byHandHint: 'The first gives the name. It can be undone.',
    byHandNone: 'No such skill.',
    byHandAct: 'Count as one',
  },
  ru: {
    suggestionsTitle: 'Возможно, одно и то же',
    suggestionsHint:
      'Найдено по смыслу слов; решаете вы. Посчитанные вместе, они учитываются в вакансии один раз, сколько бы из них она ни назвала.',
    suggestionsNone: 'Решать нечего.',
    together: 'вместе {share}',
    one: 'Одно и то же',
    different: 'Разное',
    groupsTitle: 'Считаются вместе',
    groupsNone: 'Пока никакие навыки не считаются вместе.',
    ungroup: 'Снова порознь',
    decidedBy: '{name}, {when}',
    refusedCount: 'Признаны разными: пар {count}.',
    suggestAgain: 'Предлагать их снова',
    skill: 'Навык',
    decided: 'Кто решил',
    byHand: 'Свести то, чего нет среди предложенного',
    byHandHint: 'Первый навык даст имя. Это можно отменить.',
    byHandNone: 'Такого навыка нет.',
    byHandAct: 'Считать вместе',
  },
})
