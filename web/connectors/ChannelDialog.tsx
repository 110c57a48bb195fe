import { Button, Code, Group, PasswordInput, Select, Switch, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { connectorKinds, connectors, type Connector } from '@pult/contract/connectors'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useText } from '../ui/language.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { draftOf, fieldsOf, fieldsOfKind, ofKind, type ChannelFields } from './channel-fields.ts'
import { connectorsText } from './connectors-text.ts'
import { MachineField, type FieldsProps } from './MachineField.tsx'
import { SftpFields } from './SftpFields.tsx'
import { TryOut } from './TryOut.tsx'

interface ChannelDialogProps {
  /** Null makes a new one. */
  readonly connector: Connector | null
  readonly onClose: () => void
  readonly onSecret: (shown: { readonly connectorId: number; readonly secret: string }) => void
}

/** Makes a channel or changes one, and tries it before. */
export function ChannelDialog({ connector, onClose, onSecret }: ChannelDialogProps) {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const [fields, setFields] = useState<ChannelFields>(fieldsOf(connector))
  const change = (more: Partial<ChannelFields>): void => setFields({ ...fields, ...more })
  const touches = [connectors.listConnectors, connectors.readHealth]
  const create = useAct(connectors.createConnector, {
    problem: 'self',
    touches,
    onDone: ({ connectorId, secret }) => {
      onClose()
      if (secret !== null) onSecret({ connectorId, secret })
    },
  })
  const save = useAct(connectors.changeConnector, { problem: 'self', touches, onDone: onClose })
  const draft = draftOf(fields)
  const params = { centerId }
  const store = (): void => {
    if (connector === null) create.mutate({ params, body: { draft } })
    else
      save.mutate({
        params: { centerId, connectorId: connector.connectorId },
        body: { version: connector.version, draft },
      })
  }
  return (
    <SaveDialog
      title={connector === null ? t('add') : t('change', { name: connector.name })}
      saving={connector === null ? create : save}
      onClose={onClose}
      onSave={store}
      size="lg"
      {...(connector === null ? {} : { more: <More connector={connector} onClose={onClose} onSecret={onSecret} /> })}
    >
      <Select
        label={t('kind')}
        allowDeselect={false}
        disabled={connector !== null}
        data={connectorKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        value={fields.kind}
        onChange={(value) => setFields(ofKind(fields, connectorKinds.find((one) => one === value) ?? fields.kind))}
      />
      <KindHint connector={connector} fields={fields} />
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={100}
        data-autofocus
        value={fields.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('source')}
        description={t('sourceHint')}
        required
        maxLength={200}
        value={fields.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <OwnFields fields={fields} hasSecret={connector?.hasSecret ?? false} onChange={change} />
      <Group align="flex-start" grow>
        <NumberField
          label={t('silentMinutes')}
          description={t('silentHint')}
          min={1}
          max={1440}
          value={fields.silentMinutes}
          onChange={(value) => change({ silentMinutes: Number(value) })}
        />
        <Switch
          mt={30}
          label={t('isOn')}
          checked={fields.isOn}
          onChange={(event) => change({ isOn: event.currentTarget.checked })}
        />
      </Group>
      <TryOut draft={draft} connector={connector} onHostKey={(hostKey) => change({ hostKey })} />
    </SaveDialog>
  )
}

/** What the kind is for, and for a log of another machine the command that is typed there. */
function KindHint({
  connector,
  fields: { kind },
}: {
  readonly connector: Connector | null
  readonly fields: ChannelFields
}) {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const values = {
    file: '/var/log/asterisk/queue_log',
    center: String(centerId),
    channel: String(connector?.connectorId ?? 'N'),
  }
  const words = t(`kindHint_${kind}`, values)
  return (
    <Text size="sm" c="dimmed">
      {kind === 'follow' ? <Code>{words}</Code> : words}
    </Text>
  )
}

/** What only channels of this kind ask for. */
function OwnFields({ fields, hasSecret, onChange }: FieldsProps) {
  const t = useText(connectorsText)
  if (fields.kind === 'sftp') return <SftpFields fields={fields} hasSecret={hasSecret} onChange={onChange} />
  const asked = new Set<string>(fieldsOfKind[fields.kind])
  const text = (name: 'path' | 'pattern' | 'user' | 'logPath') => ({
    value: fields[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      {asked.has('path') && (
        <TextInput
          label={t(fields.kind === 'folder' ? 'folder' : 'path')}
          placeholder={fields.kind === 'folder' ? '/var/spool/cdr' : '/var/log/asterisk/queue_log'}
          required
          {...text('path')}
        />
      )}
      {asked.has('pattern') && (
        <TextInput label={t('pattern')} description={t('patternHint')} required {...text('pattern')} />
      )}
      {asked.has('host') && <MachineField fields={fields} onChange={onChange} />}
      {asked.has('user') && <TextInput label={t('user')} required autoComplete="off" {...text('user')} />}
      {asked.has('password') && (
        <PasswordInput
          label={t('password')}
          description={hasSecret ? t('passwordKept') : undefined}
          autoComplete="new-password"
          value={fields.password}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
        />
      )}
      {asked.has('logPath') && (
        <TextInput
          label={t('logPath')}
          description={t('logPathHint')}
          placeholder="/var/log/asterisk/queue_log"
          {...text('logPath')}
        />
      )}
      {asked.has('begin') && (
        <Select
          label={t('begin')}
          allowDeselect={false}
          data={(['end', 'start'] as const).map((value) => ({ value, label: t(`begin_${value}`) }))}
          value={fields.begin}
          onChange={(value) => onChange({ begin: value === 'start' ? 'start' : 'end' })}
        />
      )}
    </>
  )
}

interface MoreProps {
  readonly connector: Connector
  readonly onClose: () => void
  readonly onSecret: ChannelDialogProps['onSecret']
}

/** Acts on a channel that is there. */
function More({ connector: { connectorId, kind }, onClose, onSecret }: MoreProps) {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const params = { centerId, connectorId }
  const remove = useAct(connectors.deleteConnector, { touches: [connectors.listConnectors], onDone: onClose })
  const renew = useAct(connectors.newSecret, {
    touches: [connectors.listConnectors],
    onDone: ({ secret }) => {
      onClose()
      onSecret({ connectorId, secret })
    },
  })
  return (
    <Group gap="xs">
      <ConfirmAct
        title={t('deleteTitle')}
        act={t('delete')}
        onAct={() => remove.mutateAsync({ params })}
        trigger={(open) => (
          <Button variant="subtle" color="brick" onClick={open}>
            {t('delete')}
          </Button>
        )}
      >
        {t('deleteHint')}
      </ConfirmAct>
      {kind === 'webhook' && (
        <ConfirmAct title={t('newSecret')} act={t('newSecret')} onAct={() => renew.mutateAsync({ params })}>
          {t('newSecretHint')}
        </ConfirmAct>
      )}
    </Group>
  )
}
