/** Fields of sources in which people are named or reached. */
const CONTACT_FIELDS = new Set([
  'contacts',
  'contact_list',
  'contact_person',
  'contact',
  'email',
  'phone',
  'phones',
  'fax',
  'manager',
  'counters',
  'relations',
])

/** As long as addresses can be: without bounds a long word of no address takes the square of its length. */
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,190}\.\p{L}{2,63}/gu
/** Ten digits and more with the marks that people write between them. */
const PHONE = /(?:\+?\d[\s\u00A0().-]*){10,}/g
const HIDDEN = '…'

/** What a source told, without contacts of persons: their fields are left out, and numbers and addresses in running text are hidden. */
export function withoutContacts(value: unknown): unknown {
  if (typeof value === 'string') return hideInText(value)
  if (Array.isArray(value)) return value.map(withoutContacts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !CONTACT_FIELDS.has(name.toLowerCase()))
      .map(([name, own]) => [name, withoutContacts(own)]),
  )
}

function hideInText(text: string): string {
  // Addresses of pages and ids are long numbers too.
  if (/^(https?:\/\/\S+|[\d-]+|\d{4}-\d\d-\d\dT\S+)$/.test(text)) return text
  return text.replace(EMAIL, HIDDEN).replace(PHONE, HIDDEN)
}
