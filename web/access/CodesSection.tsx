import { Button, Code, CopyButton, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { renderSVG } from 'uqr'

import { post } from '../platform/client.ts'
import type { ApiProblem } from '../platform/problem.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { PasswordAsk } from './PasswordAsk.tsx'
import { securityText } from './security-text.ts'

interface Enabled {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

type Step =
  | { readonly kind: 'on' | 'off' | 'renew' }
  | { readonly kind: 'scan'; readonly enabled: Enabled }
  | { readonly kind: 'backup'; readonly codes: readonly string[] }

/** Codes of an app: turned on in three steps (password, picture and first code, backup codes), renewed, turned off. */
export function CodesSection({ hasCodes }: { readonly hasCodes: boolean }) {
  const t = useText(securityText)
  const queryClient = useQueryClient()
  const [step, setStep] = useState<Step | null>(null)
  const finish = (next: Step | null): void => {
    void queryClient.invalidateQueries()
    setStep(next)
  }
  const close = (): void => setStep(null)
  return (
    <Section title={t('codes')}>
      <Group justify="space-between">
        <Text size="sm" flex="1 1 20rem">
          {t(hasCodes ? 'codesOn' : 'codesOff')}
        </Text>
        <Group gap="xs">
          {hasCodes && (
            <Button variant="default" onClick={() => setStep({ kind: 'renew' })}>
              {t('newBackupCodes')}
            </Button>
          )}
          <Button
            variant={hasCodes ? 'default' : 'filled'}
            aria-label={`${t('codes')}: ${t(hasCodes ? 'turnOff' : 'turnOn')}`}
            onClick={() => setStep({ kind: hasCodes ? 'off' : 'on' })}
          >
            {t(hasCodes ? 'turnOff' : 'turnOn')}
          </Button>
        </Group>
      </Group>
      {step?.kind === 'on' && (
        <PasswordAsk
          title={t('codes')}
          act={t('next')}
          onClose={close}
          onAct={async (password) =>
            setStep({ kind: 'scan', enabled: (await post('/api/auth/two-factor/enable', { password })) as Enabled })
          }
        />
      )}
      {step?.kind === 'off' && (
        <PasswordAsk
          title={`${t('codes')}: ${t('turnOff')}`}
          act={t('turnOff')}
          onClose={close}
          onAct={async (password) => {
            await post('/api/auth/two-factor/disable', { password })
            finish(null)
          }}
        />
      )}
      {step?.kind === 'renew' && (
        <PasswordAsk
          title={t('newBackupCodes')}
          act={t('next')}
          onClose={close}
          onAct={async (password) => {
            const made = await post('/api/auth/two-factor/generate-backup-codes', { password })
            setStep({ kind: 'backup', codes: (made as Enabled).backupCodes })
          }}
        />
      )}
      {step?.kind === 'scan' && (
        <ScanDialog
          enabled={step.enabled}
          onClose={close}
          onProved={() => finish({ kind: 'backup', codes: step.enabled.backupCodes })}
        />
      )}
      {step?.kind === 'backup' && <BackupDialog codes={step.codes} onClose={close} />}
    </Section>
  )
}

interface ScanDialogProps {
  readonly enabled: Enabled
  readonly onClose: () => void
  readonly onProved: () => void
}

/** The key as a picture and as text; the first code proves that the app has it. */
function ScanDialog({ enabled, onClose, onProved }: ScanDialogProps) {
  const t = useText(securityText)
  const [code, setCode] = useState('')
  const prove = useMutation<unknown, ApiProblem>({
    mutationFn: () => post('/api/auth/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') }),
    onSuccess: onProved,
  })
  const key = new URL(enabled.totpURI).searchParams.get('secret') ?? ''
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(enabled.totpURI))}`
  return (
    <SaveDialog title={t('codes')} act={t('next')} saving={prove} onClose={onClose} onSave={() => prove.mutate()}>
      <Text size="sm">{t('scan')}</Text>
      <Group justify="center">
        <img src={picture} alt={t('qrAlt')} width={200} height={200} />
      </Group>
      <Text size="sm">
        {t('key')}: <Code data-testid="key">{key.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Text>
      <TextInput
        label={t('code')}
        required
        data-autofocus
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}

function BackupDialog({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }) {
  const t = useText(securityText)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('backupCodes')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('backupHint')}</Text>
        <SimpleGrid cols={2} spacing="xs">
          {codes.map((code) => (
            <Code key={code}>{code}</Code>
          ))}
        </SimpleGrid>
        <Group justify="flex-end">
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
