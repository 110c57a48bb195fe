export { beginResume, emptyJob, positionNames } from './begin.ts'
export {
  filledLine,
  fillPiece,
  hasBlank,
  isTemplate,
  kpiTemplate,
  linePieces,
  printableResume,
  templateOf,
  unfilledLines,
  type LinePiece,
} from './blanks.ts'
export {
  missingThings,
  resumeDone,
  resumeParts,
  resumeProgress,
  type MissingThing,
  type PartState,
  type ResumePart,
} from './completeness.ts'
export { exampleResume, isExample } from './example.ts'
export { judgeChanges, type ChangeVerdict, type MeasureChange, type MeasureSide } from './judge-change.ts'
export { matchKeyWords, type AskedSkill, type KeyWordMatch, type MatchedSkill } from './key-words.ts'
export { composeLetter, type LetterVacancy } from './letter.ts'
export { industries, industryNames, pickKinds, type Industry, type PickEntry, type PickKind } from './pick-list.ts'
export { pickLists } from './pick-lists.ts'
export { suggestProfile, type ProfileSentence } from './profile.ts'
export { byRelevance, fitsSearch, linesByRelevance, type RelevanceTo } from './relevance.ts'
export {
  changeOf,
  periodInWords,
  statementText,
  valueInWords,
  type ResultPeriod,
  type ResultStatement,
} from './result-statement.ts'
export {
  resumeLanguages,
  resumePositions,
  resumeSections,
  type Resume,
  type ResumeAward,
  type ResumeContacts,
  type ResumeCourse,
  type ResumeEducation,
  type ResumeJob,
  type ResumeLanguage,
  type ResumeLine,
  type ResumeMonth,
  type ResumePosition,
  type ResumeSection,
  type ResumeSpokenLanguage,
} from './resume.ts'
export { jobSpan } from './service-years.ts'
export { writtenSkill } from './written-skill.ts'
