import { Checkbox, Group, Text } from '@mantine/core'

import { security } from '@pult/contract/access-security'
import { roles, type Role } from '@pult/contract/permissions'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { roleKeys, shellText } from '../platform/shell-text.ts'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { securityText } from './security-text.ts'

/** In which roles a second factor is needed. */
export function PolicySection() {
  const t = useText(securityText)
  const { centerId } = useCenter()
  const reply = useReply(security.readSecurityPolicy, { params: { centerId } })
  return (
    <Section title={t('policy')}>
      <Text size="sm" mb="sm">
        {t('policyHint')}
      </Text>
      <Reply reply={reply}>{({ secondFactorRoles }) => <RoleChecks chosen={secondFactorRoles} />}</Reply>
    </Section>
  )
}

function RoleChecks({ chosen }: { readonly chosen: readonly Role[] }) {
  const t = useText(securityText)
  const said = useText(shellText)
  const { centerId } = useCenter()
  const may = useMay('administer')
  const set = useAct(security.setSecurityPolicy, { done: t('done') })
  const change = (values: readonly string[]): void =>
    set.mutate({ params: { centerId }, body: { secondFactorRoles: roles.filter((role) => values.includes(role)) } })
  return (
    <Checkbox.Group aria-label={t('policy')} value={[...chosen]} onChange={change}>
      <Group>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={said(roleKeys[role])} disabled={!may || set.isPending} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
