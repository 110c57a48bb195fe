import { Anchor, Box, Button, Center, Loader, Stack } from '@mantine/core'
import { Component, type ReactNode } from 'react'

import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { Link } from './Link.tsx'
import { paths } from './paths.ts'
import { shellText } from './shell-text.ts'

/** While the app or a page is on its way. */
export function Waiting() {
  return (
    <Center mih={320} role="status" aria-busy="true">
      <Loader size="sm" />
    </Center>
  )
}

/** An address that leads nowhere, beside the menu. */
export function NoPage() {
  const t = useText(shellText)
  return <Page title={t('noPage')} subtitle={t('noPageHint')} />
}

/** The same where there is no menu: no such address, or a centre one has no access to. */
export function NothingHere() {
  const t = useText(shellText)
  return (
    <Box component="main" p="xl">
      <Page title={t('noPage')} subtitle={t('noAccessHint')}>
        <Anchor component={Link} to={paths.home()}>
          {t('toStart')}
        </Anchor>
      </Page>
    </Box>
  )
}

export function NoRight() {
  const t = useText(shellText)
  return <Page title={t('noRight')} subtitle={t('noRightHint')} />
}

function Broken() {
  const t = useText(shellText)
  return (
    <Stack align="center">
      <EmptyState title={t('broken')} actions={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>}>
        {t('brokenHint')}
      </EmptyState>
    </Stack>
  )
}

interface BoundaryProps {
  /** A new page is a new try. */
  readonly page: string
  readonly children: ReactNode
}

/** Keeps the menu when a page breaks. */
export class Boundary extends Component<BoundaryProps, { readonly failedOn: string | null }> {
  override state: { readonly failedOn: string | null } = { failedOn: null }

  static getDerivedStateFromError(): null {
    return null
  }

  override componentDidCatch(): void {
    this.setState({ failedOn: this.props.page })
  }

  override render(): ReactNode {
    return this.state.failedOn === this.props.page ? <Broken /> : this.props.children
  }
}
