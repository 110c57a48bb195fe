import { Select } from '@mantine/core'

import { roles, type Role } from '@pult/contract/permissions'

import { roleKeys, shellText } from '../platform/shell-text.ts'
import { useText } from '../ui/language.tsx'

interface RoleFieldProps {
  readonly label: string
  /** Without a label that is seen: in a table. */
  readonly isQuiet?: boolean
  readonly value: Role
  readonly onChange: (role: Role) => void
  readonly disabled?: boolean
}

/** One of the roles. */
export function RoleField({ label, isQuiet = false, value, onChange, disabled = false }: RoleFieldProps) {
  const t = useText(shellText)
  return (
    <Select
      {...(isQuiet ? { 'aria-label': label, size: 'xs', w: 170, maw: '100%' } : { label })}
      allowDeselect={false}
      disabled={disabled}
      data={roles.map((role) => ({ value: role, label: t(roleKeys[role]) }))}
      value={value}
      onChange={(text) => {
        const role = roles.find((one) => one === text)
        if (role !== undefined && role !== value) onChange(role)
      }}
    />
  )
}
