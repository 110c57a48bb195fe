/** What is announced when an alert is raised, answered or cleared, or a rule is changed. */
export const LIVE = ['alerts'] as const
