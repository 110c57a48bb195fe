import { Button, Checkbox, Group, Menu, Modal, Stack, TextInput } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'

import { type View, viewRoutes } from '@pult/contract/measures-views'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link, useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useAct, useReply } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useText } from '../ui/language.tsx'
import { measuresText } from './measures-text.ts'
import { writeView } from '../platform/view.ts'
import { measuresView, type MeasuresState } from './measures-view.ts'

/** Named views: each has its own address, own ones can be shared. */
export function ViewsMenu({ state }: { readonly state: MeasuresState }) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const maySave = useMay('saveViews')
  const [saving, setSaving] = useState(false)
  const views = useReply(viewRoutes.listViews, { params: { centerId } })
  const list = views.data?.views ?? []
  return (
    <>
      <Menu width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} />}>
            {t('views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {list.map((view) => (
            <Menu.Item key={view.viewId} component={Link} to={paths.measuresView(centerId, view.viewId)}>
              {view.name}
            </Menu.Item>
          ))}
          {list.length > 0 && <Menu.Divider />}
          {maySave && <Menu.Item onClick={() => setSaving(true)}>{t('saveView')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <SaveView opened={saving} onClose={() => setSaving(false)} state={state} own={list.filter((view) => view.own)} />
    </>
  )
}

interface SaveViewProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly state: MeasuresState
  readonly own: readonly View[]
}

function SaveView({ opened, onClose, state, own }: SaveViewProps) {
  const t = useText(measuresText)
  const go = useGo()
  const { centerId } = useCenter()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const mayReport = useMay('editReports')
  const save = useAct(viewRoutes.createView, {
    touches: [viewRoutes.listViews],
    done: t('viewSaved'),
    onDone: (view) => {
      onClose()
      go(paths.measuresView(centerId, view.viewId))
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ params: { centerId }, body: { name, shared, state: { search: writeView(measuresView, state) } } })
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t('saveView')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('viewName')}
            required
            maxLength={200}
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t('viewShared')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {own.map((view) => (
        <Group key={view.viewId} justify="space-between" mt="xs">
          <span>{view.name}</span>
          <Group gap={4}>
            {mayReport && (
              <Button variant="subtle" component={Link} to={paths.reportOfView(centerId, view.viewId)}>
                {t('reportView')}
              </Button>
            )}
            <DeleteView view={view} />
          </Group>
        </Group>
      ))}
    </Modal>
  )
}

/** Deletes an own view, after asking. */
function DeleteView({ view }: { readonly view: View }) {
  const t = useText(measuresText)
  const go = useGo()
  const { centerId } = useCenter()
  const remove = useAct(viewRoutes.deleteView, {
    touches: [viewRoutes.listViews],
    onDone: () => go(paths.measures(centerId)),
  })
  return (
    <ConfirmAct
      title={t('deleteView')}
      act={t('delete')}
      onAct={() => remove.mutateAsync({ params: { centerId, viewId: view.viewId } })}
      trigger={(open) => (
        <Button variant="subtle" color="gray" onClick={open}>
          {t('deleteView')}
        </Button>
      )}
    >
      {t('deleteViewAsk', { name: view.name })}
    </ConfirmAct>
  )
}
