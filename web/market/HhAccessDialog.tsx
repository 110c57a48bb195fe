import { PasswordInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { market } from '@pult/contract/market'
import { UserAgent } from '@pult/contract/market-refresh'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { sourceText } from './source-text.ts'

interface HhAccessProps {
  readonly userAgent: string | null
  readonly onClose: () => void
}

/** Tells Pult how hh.ru lets it in. */
export function HhAccessDialog({ userAgent, onClose }: HhAccessProps) {
  const t = useText(sourceText)
  const { centerId } = useCenter()
  const [given, setGiven] = useState({ userAgent: userAgent ?? '', token: '', clientId: '', clientSecret: '' })
  const save = useAct(market.setHhAccess, { problem: 'self', touches: [market.readMarket], onDone: onClose })
  const [isTried, setTried] = useState(false)
  const isWrong = isTried && !UserAgent.safeParse(given.userAgent).success
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''))
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setGiven({ ...given, [name]: event.currentTarget.value }),
  })
  return (
    <SaveDialog
      title={t('hhAccess')}
      saving={save}
      onClose={onClose}
      onSave={() => {
        setTried(true)
        if (UserAgent.safeParse(given.userAgent).success)
          save.mutate({ params: { centerId }, body: { ...told, isOn: true } })
      }}
    >
      <Text size="sm" c="dimmed">
        {t('hhHow')}
      </Text>
      <TextInput
        label={t('userAgent')}
        description={t('userAgentHint')}
        required
        error={isWrong && t('userAgentWrong')}
        {...field('userAgent')}
      />
      <PasswordInput label={t('token')} description={t('secretHint')} autoComplete="off" {...field('token')} />
      <TextInput label={t('clientId')} autoComplete="off" {...field('clientId')} />
      <PasswordInput label={t('clientSecret')} autoComplete="off" {...field('clientSecret')} />
    </SaveDialog>
  )
}
