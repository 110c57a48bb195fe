export { extendedDue, requestDue, requestKinds, type RequestKind } from './request-term.ts'
export { LEAST_DAYS, retentionKinds, suggestions, type RetentionKind, type Suggestion } from './retention.ts'
