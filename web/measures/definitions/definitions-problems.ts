import { defineText } from '../../ui/text.ts'

/** Refusals that only definitions make. */
export const definitionsProblems = defineText({
  en: {
    fixedDefinition: 'The definition of this measure cannot be changed.',
    impossibleDefinition: 'This cannot be chosen: {detail}',
    definitionHolds: 'This version holds already and stays for the reports that were made by it. Make another version.',
  },
  ru: {
    fixedDefinition: 'Определение этого показателя менять нельзя.',
    impossibleDefinition: 'Так выбрать нельзя: {detail}',
    definitionHolds: 'Эта версия уже действует и остаётся для сделанных по ней отчётов. Сделайте другую версию.',
  },
})
