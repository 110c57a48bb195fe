import { defineText } from './text.ts'

/** The six ways a service level is counted, in the same words in all rooms. */
export const levelRuleText = defineText({
  en: {
    rule_strict: 'strict: of all offered',
    rule_answered: 'of the answered',
    rule_neutral: 'neutral: without those who left in time',
    rule_positive: 'positive: those who left in time count as served',
    rule_shortCredit: 'short credited: those who left at once count as served',
    rule_shortExcluded: 'short excluded: without those who left at once',
  },
  ru: {
    rule_strict: 'строго: от всех поступивших',
    rule_answered: 'от отвеченных',
    rule_neutral: 'нейтрально: без ушедших вовремя',
    rule_positive: 'мягко: ушедшие вовремя — как обслуженные',
    rule_shortCredit: 'короткие — в плюс: ушедшие сразу — как обслуженные',
    rule_shortExcluded: 'без коротких: ушедшие сразу не считаются',
  },
})
