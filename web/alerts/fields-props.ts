import type { AlertRuleDraft, AlertRules } from '@pult/contract/alert-rules'

/** How a part of a rule's form is shown and changed. */
export interface FieldsProps {
  readonly known: AlertRules
  readonly draft: AlertRuleDraft
  readonly change: (part: Partial<AlertRuleDraft>) => void
}
