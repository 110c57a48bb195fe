import type { LaborRule } from '../rule.ts'
import { ruleWriter, words } from './write-rule.ts'

const rule = ruleWriter('any')

/** What needs no article: nobody works in two places, on leave, or in the hours in which she was promised to study. */
export const any: readonly LaborRule[] = [
  rule({
    ruleId: 'any-overlap',
    kind: 'overlap',
    parameters: { isAllowed: false },
    severity: 'block',
    article: '—',
    title: words('Смены одного человека не накладываются', 'Shifts of one person do not overlap'),
  }),
  rule({
    ruleId: 'any-leave',
    kind: 'leaveTime',
    parameters: { isAllowed: false },
    severity: 'block',
    article: '—',
    title: words('В отпуске и на больничном не работают', 'No work on leave or while ill'),
  }),
  rule({
    ruleId: 'any-study',
    kind: 'studyTime',
    parameters: { isAllowed: false },
    severity: 'block',
    article: '—',
    title: words('Смена не ложится на часы учёбы по расписанию', 'No shift in the hours of a person’s studies'),
  }),
]
