const WITHHELD = /^(anonymous|unknown|unavailable|private|restricted|withheld|none|null|скрыт|неизвест|аноним)/i
const SHORTEST_NUMBER = 5

/**
 * A customer's number or address in the one form in which it is compared: digits only, 8 or +7 in front of ten digits made 7;
 * addresses in lower case. Null when it was withheld, is blank or is no number of a customer (an extension of up to four digits).
 */
export function normalizeCustomer(raw: string | undefined | null): string | null {
  const text = (raw ?? '').trim()
  if (text === '' || text === '0' || WITHHELD.test(text)) return null
  if (text.includes('@')) return text.toLowerCase()
  if (/[a-zа-яё]/i.test(text)) return text.toLowerCase()
  const digits = text.replace(/\D/g, '')
  if (digits.length < SHORTEST_NUMBER || /^0+$/.test(digits)) return null
  return digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits
}

/** A contact as recall sees it. */
export interface CustomerContact {
  readonly customerKey: string | null
  readonly offeredAt: number
}

/**
 * First contact resolution by recall: contacts of one customer no further apart than the window form a cluster; a cluster of
 * one is resolved. Nobody anonymous is in it (QueueMetrics, 2018).
 */
export function recallClusters(
  contacts: readonly CustomerContact[],
  windowHours: number,
): { clusters: number; single: number } {
  const timesByCustomer = Map.groupBy(
    contacts.filter((contact) => contact.customerKey !== null),
    (contact) => contact.customerKey,
  )
  let clusters = 0
  let single = 0
  for (const group of timesByCustomer.values()) {
    const times = group.map((contact) => contact.offeredAt).toSorted((left, right) => left - right)
    let size = 0
    for (const [index, time] of times.entries()) {
      size++
      const next = times[index + 1]
      if (next === undefined || next - time > windowHours * 3_600_000) {
        clusters++
        if (size === 1) single++
        size = 0
      }
    }
  }
  return { clusters, single }
}
