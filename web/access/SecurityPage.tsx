import { Alert, Anchor, Box, Button, Group, Stack, Text } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'

import { security } from '@pult/contract/access-security'

import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useSession } from '../platform/session.ts'
import { useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { CodesSection } from './CodesSection.tsx'
import { PasskeySection } from './PasskeySection.tsx'
import { ProfileDialog } from './ProfileDialog.tsx'
import { securityText } from './security-text.ts'
import { SessionSection } from './SessionSection.tsx'

/** One's own password, second factor, passkeys and sessions. Outside any centre: it must open where a centre does not yet. */
export function SecurityPage() {
  const t = useText(securityText)
  const { user, needsPassword } = useSession()
  const reply = useReply(security.readOwnSecurity, {})
  // Whoever came by a link begins with a password, here as in a centre.
  if (needsPassword) return <Navigate to={paths.welcome()} replace />
  return (
    <Box component="main" p={{ base: 'sm', sm: 'xl' }} maw={960} mx="auto">
      <Page
        title={t('security')}
        subtitle={`${user?.name ?? ''} · ${user?.email ?? ''}`}
        breadcrumbs={[
          <Anchor key="home" component={Link} to={paths.home()} size="sm">
            {t('toStart')}
          </Anchor>,
        ]}
      >
        <Stack>
          <Needed />
          <Reply reply={reply}>
            {(own) => (
              <>
                <PasswordSection />
                <CodesSection hasCodes={own.hasCodes} />
                <PasskeySection passkeys={own.passkeys} />
                <SessionSection sessions={own.sessions} />
              </>
            )}
          </Reply>
        </Stack>
      </Page>
    </Box>
  )
}

/** Why one was led here, where a centre does not open without a second factor. */
function Needed() {
  const t = useText(securityText)
  const { memberships } = useSession()
  const closed = memberships.filter(({ needsSecondFactor }) => needsSecondFactor)
  if (closed.length === 0) return null
  return (
    <Alert color="brass" title={t('needed')}>
      {t('neededHint', { centers: closed.map(({ centerName }) => centerName).join(', ') })}
    </Alert>
  )
}

function PasswordSection() {
  const t = useText(securityText)
  const [changing, setChanging] = useState(false)
  return (
    <Section title={t('password')}>
      <Group justify="space-between">
        <Text size="sm">{t('hasPassword')}</Text>
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      </Group>
      {changing && <ProfileDialog onClose={() => setChanging(false)} />}
    </Section>
  )
}
