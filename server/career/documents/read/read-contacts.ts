import type { ResumeContacts } from '@pult/engine/career'

import type { LeftOver } from './findings.ts'
import { EMAIL, isCity, isPosition, LINK, PHONE } from './guesses.ts'
import { wordCount, type Line } from './line.ts'

type Contacts = { -readonly [Field in keyof ResumeContacts]: ResumeContacts[Field] }

export interface ReadHead {
  readonly contacts: ResumeContacts
  readonly desiredPosition: string
}

const LABELS: readonly (readonly [keyof ResumeContacts | 'position', RegExp])[] = [
  ['name', /^(?:фио|ф\. ?и\. ?о\.|имя|фамилия имя(?: отчество)?|name|full name)\s*[:\t]\s*/iu],
  [
    'city',
    /^(?:город|г\. ?проживания|город проживания|проживает|проживание|место жительства|адрес|city|location|address|lives in|reside in)\s*[:\t]\s*/iu,
  ],
  ['phone', /^(?:телефон|тел\.?|моб\.?(?: ?тел\.?)?|мобильный(?: телефон)?|phone|mobile|tel\.?|cell)\s*[:\t]\s*/iu],
  ['email', /^(?:e-?mail|email|mail|почта|эл\. ?почта|электронная почта|адрес электронной почты)\s*[:\t]\s*/iu],
  ['link', /^(?:linkedin|ссылка|сайт|профиль|link|site|website|web|портфолио|hh|резюме)\s*[:\t]\s*/iu],
  ['position', /^(?:желаемая должность|должность|цель|position|desired position|objective)\s*[:\t]\s*/iu],
]

/** Reads the lines above the first section, and those of a section of contacts. `position`: lines under a heading of their own. */
export function readHead(lines: readonly Line[], position: readonly Line[], leftOver: LeftOver): ReadHead {
  const contacts: Contacts = { name: '', city: '', phone: '', email: '', link: '' }
  const unknown: Line[] = []
  let desired = takePosition(position, leftOver)
  for (const line of lines) {
    for (const part of line.text.split(/\s*[|•·\t]\s*|\s{2,}/).filter((part) => part !== '')) {
      const labelled = LABELS.find(([, label]) => label.test(part))
      const value = labelled === undefined ? part : part.replace(labelled[1], '')
      const field = labelled?.[0]
      if (field === 'position' && desired === '') desired = value
      else if (field !== undefined && field !== 'position' && contacts[field] === '' && !isReach(field))
        contacts[field] = value
      else {
        const rest = takeReach(value, contacts)
        if (rest !== '') unknown.push({ ...line, text: rest })
      }
    }
  }
  return assign(unknown, contacts, desired, leftOver)
}

const isReach = (field: keyof ResumeContacts): boolean => field === 'phone' || field === 'email' || field === 'link'

/** Takes mail, phone and page out of a text and gives the rest. */
function takeReach(text: string, contacts: Contacts): string {
  let rest = text
  for (const [field, pattern] of [
    ['email', EMAIL],
    ['link', LINK],
    ['phone', PHONE],
  ] as const) {
    const found = pattern.exec(rest)?.[0]
    if (found === undefined || contacts[field] !== '') continue
    contacts[field] = found.trim()
    rest = rest.replace(found, ' ').replaceAll(/\s+/g, ' ')
  }
  return rest === text ? text : rest.replaceAll(/^[\s,;:—–|()-]+|[\s,;:—–|()-]+$/g, '')
}

function takePosition(lines: readonly Line[], leftOver: LeftOver): string {
  const [first, ...rest] = lines
  for (const line of rest) leftOver.add(line, line.text)
  return first?.text.replaceAll('\t', ' ') ?? ''
}

const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,4}$/u
const LONGEST_POSITION = 12

/** What is neither mail nor phone: the name first, then the position, then the city. */
function assign(unknown: readonly Line[], contacts: Contacts, desired: string, leftOver: LeftOver): ReadHead {
  const left = [...unknown]
  const take = (test: (line: Line, place: number) => boolean): string => {
    const place = left.findIndex(test)
    return place < 0 ? '' : (left.splice(place, 1)[0]?.text ?? '')
  }
  if (contacts.name === '')
    contacts.name =
      take(({ look }) => look === 'title') ||
      take(
        ({ text }, place) => place < 3 && NAME.test(text) && !isPosition(text) && !isCity(text) && wordCount(text) > 1,
      ) ||
      ''
  if (contacts.city === '') contacts.city = take(({ text }) => isCity(text))
  const position =
    desired ||
    take(({ text }) => isPosition(text) && wordCount(text) <= LONGEST_POSITION) ||
    take(({ at, text }, place) => place === 0 && at <= 2 && wordCount(text) <= LONGEST_POSITION && !/[.!?]$/.test(text))
  if (contacts.city === '')
    contacts.city = take(({ text, look }) => look === 'plain' && NAME.test(text) && wordCount(text) <= 3)
  for (const line of left) leftOver.add(line, line.text)
  return { contacts, desiredPosition: position }
}
