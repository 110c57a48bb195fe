import type { Letter } from '@pult/contract/career-words'

import { AboutStep } from './AboutStep.tsx'
import type { CareerStep } from './career-view.ts'
import { ExperienceStep } from './ExperienceStep.tsx'
import { FilesStep } from './FilesStep.tsx'
import { LearningStep } from './LearningStep.tsx'
import { LettersStep } from './LettersStep.tsx'
import { ResultsStep } from './ResultsStep.tsx'
import { SkillsStep } from './SkillsStep.tsx'
import type { Drafting } from './use-draft.ts'
import { ProfileStep, QualitiesStep } from './WordsSteps.tsx'

interface StepProps {
  readonly step: CareerStep
  readonly drafting: Drafting
  readonly letters: readonly Letter[]
  readonly onDeleted: () => void
}

/** One step of the wizard. */
export function Step({ step, drafting, letters, onDeleted }: StepProps) {
  switch (step) {
    case 'about':
      return <AboutStep drafting={drafting} />
    case 'experience':
      return <ExperienceStep drafting={drafting} />
    case 'results':
      return <ResultsStep drafting={drafting} />
    case 'skills':
      return <SkillsStep drafting={drafting} />
    case 'learning':
      return <LearningStep drafting={drafting} />
    case 'qualities':
      return <QualitiesStep drafting={drafting} />
    case 'profile':
      return <ProfileStep drafting={drafting} />
    case 'letters':
      return <LettersStep drafting={drafting} letters={letters} />
    case 'files':
      return <FilesStep drafting={drafting} onDeleted={onDeleted} />
  }
}
