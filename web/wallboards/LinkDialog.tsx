import { Button, Text } from '@mantine/core'
import { useState } from 'react'

import { wallboards, type Wallboard } from '@pult/contract/wallboards'

import { useCenter } from '../platform/center.tsx'
import { paths } from '../platform/paths.ts'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { SecretDialog } from '../ui/SecretDialog.tsx'
import { wallboardsText } from './wallboards-text.ts'

interface LinkDialogProps {
  readonly board: Pick<Wallboard, 'wallboardId' | 'scheme' | 'link'>
  readonly onClose: () => void
}

/** The link of a board: made, replaced, revoked. */
export function LinkDialog({ board: { wallboardId, scheme, link }, onClose }: LinkDialogProps) {
  const t = useText(wallboardsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [lastDay, setLastDay] = useState<string | null>(link?.lastDay ?? null)
  const [address, setAddress] = useState<string | null>(null)
  const touches = [wallboards.listWallboards]
  const make = useAct(wallboards.makeLink, {
    touches,
    problem: 'self',
    onDone: ({ token }) => setAddress(window.location.origin + paths.wall(token)),
  })
  const revoke = useAct(wallboards.revokeLink, { touches, done: t('revoked'), onDone: onClose })
  const params = { centerId, wallboardId }
  if (address !== null)
    return <SecretDialog title={t('newLink')} hint={t('newLinkHint')} secret={address} onClose={onClose} />
  return (
    <SaveDialog
      title={t('linkTitle', { name: scheme.name })}
      saving={make}
      act={t(link === null ? 'makeLink' : 'replaceLink')}
      onClose={onClose}
      onSave={() => make.mutate({ params, body: { lastDay } })}
      more={
        link !== null && (
          <ConfirmAct
            title={t('revokeTitle')}
            act={t('revoke')}
            onAct={() => revoke.mutateAsync({ params })}
            trigger={(open) => (
              <Button variant="subtle" color="brick" onClick={open}>
                {t('revoke')}
              </Button>
            )}
          >
            {t('revokeHint')}
          </ConfirmAct>
        )
      }
    >
      <Text size="sm">{t('linkHint')}</Text>
      {link !== null && (
        <Text size="sm" c="dimmed">
          {t('linkMade', { name: link.madeByName, when: formats.dateTime(link.madeAt) })} {t('replaceHint')}
        </Text>
      )}
      <DayField label={t('lastDay')} description={t('lastDayHint')} value={lastDay} onChange={setLastDay} />
    </SaveDialog>
  )
}
