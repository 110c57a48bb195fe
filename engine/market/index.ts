export { createSkillFinder } from './derive-skills.ts'
export { vacancyFingerprint, type VacancyIdentity } from './fingerprint.ts'
export { adjustForMany } from './holm.ts'
export {
  judgeSkills,
  numberChange,
  type JudgedSkill,
  type NumberChange,
  type SkillsJudged,
  type SkillTwice,
} from './judge-digest.ts'
export { madeUpProfessions, makeUpVacancies, type MadeUpProfession, type MadeUpVacancy } from './made-up.ts'
export {
  comparablePay,
  currencyCode,
  payFigures,
  payKinds,
  payPeriods,
  payStanding,
  type ComparablePay,
  type PayCount,
  type PayFigures,
  type PayKind,
  type PayPeriod,
  type ToldPay,
} from './pay.ts'
export { medianChange, medianWithin, type MedianChange, type MedianWithin } from './median-change.ts'
export { countSkills, SHARE_CONFIDENCE, skillShare, type SkillShare, type SkillTable } from './popularity.ts'
export { LONGEST_SKILL, plainText, skillKey } from './skill-name.ts'
export { logPay, skillPayDifference, type PaidStratum, type SkillPayDifference } from './skill-pay.ts'
export { stem, words } from './stem.ts'
export { suggestionQuality, suggestSynonyms, type SuggestionQuality, type SynonymSuggestion } from './synonyms.ts'
export { grossToNet, netToGross, taxRuleOn, taxRules, type TaxRule } from './tax.ts'
export { createTitleMatch, type TitleRule } from './title-match.ts'
export { shareTrend, type Trend, type TrendPoint } from './trend.ts'
