import { Button, Group, Stack, Text } from '@mantine/core'

import { scheduleSettings, type LaborOverride, type LaborRuleView } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { laborText } from './labor-text.ts'
import type { Json } from './parameter-words.ts'
import { useSayParameters } from './rule-words.ts'

interface OverridesOfRuleProps {
  readonly rule: LaborRuleView
  readonly today: string
  readonly mayReset: boolean
}

/** What was set over a rule, for how long, by whom and why; each can be taken back. */
export function OverridesOfRule({ rule, today, mayReset }: OverridesOfRuleProps) {
  if (rule.overrides.length === 0) return null
  return (
    <Stack gap={4} mt={4}>
      {rule.overrides.map((override) => (
        <Override key={override.overrideId} rule={rule} override={override} today={today} mayReset={mayReset} />
      ))}
    </Stack>
  )
}

function Override({ rule, override, today, mayReset }: OverridesOfRuleProps & { readonly override: LaborOverride }) {
  const t = useText(laborText)
  const said = useSaid()
  const formats = useFormats()
  const sayParameters = useSayParameters()
  const { centerId } = useCenter()
  const remove = useAct(scheduleSettings.deleteLaborOverride)
  const { from, to, severity, applies, agentName, reason, madeByName, madeAt } = override
  const parameters = override.parameters as Readonly<Record<string, Json>>
  const words = [
    ...(agentName === null ? [] : [t('forAgreement', { name: agentName })]),
    ...(Object.keys(parameters).length === 0 ? [] : [sayParameters(parameters)]),
    ...(severity === null ? [] : [t(severity)]),
    ...(applies ? [] : [t('off')]),
    `${t('holdsFrom', { from: formats.date(from) })}${to === null ? '' : ` ${t('holdsTo', { to: formats.date(to) })}`}`,
  ]
  return (
    <Group gap={8} style={{ opacity: to !== null && to < today ? 0.6 : 1 }}>
      <Text size="xs">
        <strong>{words.join('; ')}</strong>. {reason} ({t('by', { name: madeByName, at: formats.date(madeAt) })})
      </Text>
      {mayReset && (
        <ConfirmAct
          title={t('resetTitle')}
          act={t('reset')}
          onAct={() => remove.mutateAsync({ params: { centerId, overrideId: override.overrideId } })}
          trigger={(open) => (
            <Button size="compact-xs" variant="subtle" onClick={open}>
              {t('reset')}
            </Button>
          )}
        >
          {t('resetHint', { rule: said(rule.title) })}
        </ConfirmAct>
      )}
    </Group>
  )
}
