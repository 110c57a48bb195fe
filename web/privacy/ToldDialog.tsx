import { MultiSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { privacyNotices, type Notice, type Told } from '@pult/contract/privacy-notices'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { privacyText } from './privacy-text.ts'

interface ToldDialogProps {
  readonly notice: Notice
  readonly onClose: () => void
}

/** Who was told of a notice; records who is told now. */
export function ToldDialog({ notice: { noticeId, name, version }, onClose }: ToldDialogProps) {
  const t = useText(privacyText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const params = { centerId, noticeId }
  const reply = useReply(privacyNotices.listTold, { params })
  const [chosen, setChosen] = useState<string[]>([])
  const [toldOn, setToldOn] = useState<string | null>(formats.today(Date.now()))
  const [how, setHow] = useState('')
  const told = useAct(privacyNotices.tell, { problem: 'self', done: t('saved'), onDone: () => setChosen([]) })
  const open = reply.data?.told.filter((one) => one.toldOn === null) ?? []
  return (
    <SaveDialog
      title={`${name}, ${version}`}
      act={t('record')}
      saving={told}
      onClose={onClose}
      onSave={() => {
        if (chosen.length > 0)
          told.mutate({ params, body: { agentIds: chosen.map(Number), toldOn: toldOn ?? '', how } })
      }}
      size="lg"
    >
      <MultiSelect
        label={t('chooseAgents')}
        searchable
        clearable
        hidePickedOptions
        maxDropdownHeight={260}
        data={open.map(({ agentId, agent }) => ({ value: String(agentId), label: agent }))}
        value={chosen}
        onChange={setChosen}
      />
      <DayField label={t('toldOn')} required value={toldOn} onChange={setToldOn} />
      <TextInput
        label={t('how')}
        placeholder={t('howHint')}
        maxLength={300}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <Reply reply={reply}>{(list) => <ToldList told={list.told} />}</Reply>
    </SaveDialog>
  )
}

function ToldList({ told }: { readonly told: readonly Told[] }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const columns: ListColumn<Told>[] = [
    { key: 'agent', title: t('agent'), cell: ({ agent }) => agent },
    {
      key: 'toldOn',
      title: t('toldOn'),
      cell: ({ toldOn }) =>
        toldOn === null ? (
          <Text span size="sm" c="dimmed">
            {t('notYet')}
          </Text>
        ) : (
          formats.date(toldOn)
        ),
    },
    { key: 'how', title: t('how'), cell: ({ how }) => how },
  ]
  return (
    <ListTable
      label={t('whoWasTold')}
      columns={columns}
      rows={told}
      rowKey={({ agentId }) => agentId}
      words={({ agent }) => agent}
      atOnce={20}
      empty={<Text c="dimmed">{t('notYet')}</Text>}
    />
  )
}
