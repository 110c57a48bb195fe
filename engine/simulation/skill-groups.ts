/** How many contacts of one queue an agent handled. */
export interface HandledContacts {
  readonly agent: number
  readonly queue: number
  readonly contacts: number
}

/** Agents who handle the same queues. */
export interface SkillGroup {
  /** In the order of how much of its work they are. */
  readonly queues: readonly number[]
  readonly agents: readonly number[]
}

export interface SkillGroupOptions {
  /** A queue below this share of an agent's contacts is a chance transfer and not a skill. */
  readonly leastShare?: number
  /** Small groups are joined with their likest until there are no more than this. */
  readonly mostGroups?: number
}

/** Who can do what, as the log shows it: agents by the set of queues that they handled. */
export function skillGroups(
  handled: readonly HandledContacts[],
  options: SkillGroupOptions = {},
): readonly SkillGroup[] {
  const { leastShare = 0.02, mostGroups = 12 } = options
  const byAgent = Map.groupBy(
    handled.filter(({ contacts }) => contacts > 0),
    ({ agent }) => agent,
  )
  const members = [...byAgent].map(([agent, rows]) => {
    const sum = rows.reduce((total, { contacts }) => total + contacts, 0)
    return { agent, rows: rows.filter(({ contacts }) => contacts >= leastShare * sum) }
  })
  const groups = [
    ...Map.groupBy(members, ({ rows }) =>
      rows
        .map(({ queue }) => queue)
        .toSorted((left, right) => left - right)
        .join(' '),
    ).values(),
  ].map(groupOf)
  while (groups.length > mostGroups) joinSmallest(groups)
  return groups.toSorted((left, right) => right.agents.length - left.agents.length).map(inWords)
}

interface Group {
  readonly agents: readonly number[]
  readonly work: ReadonlyMap<number, number>
}

function groupOf(members: readonly { readonly agent: number; readonly rows: readonly HandledContacts[] }[]): Group {
  const work = new Map<number, number>()
  for (const { queue, contacts } of members.flatMap(({ rows }) => rows))
    work.set(queue, (work.get(queue) ?? 0) + contacts)
  return { agents: members.map(({ agent }) => agent), work }
}

/** The group of fewest agents goes into the one whose queues are most like its own, and works as that one does. */
function joinSmallest(groups: Group[]): void {
  const smallest = groups.reduce((least, group) => (group.agents.length < least.agents.length ? group : least))
  const others = groups.filter((group) => group !== smallest)
  const likest = others.reduce((best, group) => (likeness(group, smallest) > likeness(best, smallest) ? group : best))
  const joined = { agents: [...likest.agents, ...smallest.agents], work: likest.work }
  groups.splice(0, groups.length, ...others.map((group) => (group === likest ? joined : group)))
}

function likeness(left: Group, right: Group): number {
  const common = [...left.work.keys()].filter((queue) => right.work.has(queue)).length
  return common / (left.work.size + right.work.size - common)
}

const inWords = ({ agents, work }: Group): SkillGroup => ({
  agents: agents.toSorted((left, right) => left - right),
  queues: [...work].toSorted(([, left], [, right]) => right - left).map(([queue]) => queue),
})
