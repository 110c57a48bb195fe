import { useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { BackupsSection } from './BackupsSection.tsx'
import { installationText } from './installation-text.ts'
import { SignInSection } from './SignInSection.tsx'
import { SlowQueriesSection } from './SlowQueriesSection.tsx'

/** How this installation is, for whoever looks after it. */
export function InstallationPage() {
  const t = useText(installationText)
  return (
    <Page title={t('title')} subtitle={t('hint')}>
      <BackupsSection />
      <SignInSection />
      <SlowQueriesSection />
    </Page>
  )
}
