import { Group, NumberInput, TextInput } from '@mantine/core'

import type { ConnectorKind } from '@pult/contract/connectors'

import { useText } from '../ui/language.tsx'
import type { ChannelFields } from './channel-fields.ts'
import { connectorsText } from './connectors-text.ts'

export interface FieldsProps {
  readonly fields: ChannelFields
  readonly hasSecret: boolean
  readonly onChange: (more: Partial<ChannelFields>) => void
}

const usualPort: Readonly<Partial<Record<ConnectorKind, number>>> = { ami: 5038, freeSwitch: 8021, sftp: 22 }

/** Which machine; another one has another key. */
export function MachineField({ fields: { kind, host, port }, onChange }: Omit<FieldsProps, 'hasSecret'>) {
  const t = useText(connectorsText)
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('host')}
        placeholder="pbx.example.com"
        required
        value={host}
        onChange={(event) => onChange({ host: event.currentTarget.value, hostKey: null })}
      />
      <NumberInput
        label={t('port')}
        required
        min={1}
        max={65_535}
        value={port ?? usualPort[kind] ?? ''}
        onChange={(value) => onChange({ port: Number(value), hostKey: null })}
      />
    </Group>
  )
}
