import { daysAfter } from '../../model/day.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { groupOf, USUAL_ADJUSTMENT_DAYS } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { someone } from '../../model/names.js'
import { isSamePerson } from '../../model/people.js'
import type { Rule } from '../../model/rule.js'
import { enumerated, type Said } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'

/** Every adjuster who was chosen has adjusted. Seed S2: two chosen, no adjustment. The time is the group's own, else 14 days. */
export const rule: Rule = {
  name: 'justering-saknas',
  level: { draft: undefined, review: 'error', final: 'error' },
  states: {
    sv: 'Alla som valdes till justerare har justerat protokollet.',
    en: 'Everybody who was chosen as adjuster has adjusted the protocol.',
  },
  because: {
    sv: 'Ett protokoll gäller inte förrän det är justerat, och besluten i det kan ifrågasättas.',
    en: 'A protocol is not in force until it is adjusted, and its decisions can be questioned.',
  },
  kinds: ['protokoll'],
  *check(document, surroundings) {
    if (document.status !== 'justering' && document.status !== 'justerat') return
    const { adjusters, approvals } = meetingOf(document)
    const missing = adjusters.filter(
      ({ name }) => !approvals.some(({ person }) => isSamePerson(surroundings, person, name)),
    )
    const isDone = adjusters.length > 0 || approvals.length > 0
    if (missing.length === 0 && (isDone || document.status === 'justering')) return
    const isOpen = document.status === 'justering' && isWithinTime(document, surroundings)
    const [first] = missing
    const who = first === undefined ? undefined : someone(document, first.name)
    yield {
      at: { field: ['justering'] },
      ...(isOpen && { level: 'note' as const }),
      says:
        who === undefined
          ? {
              sv: 'Protokollet är märkt `justerat`, men ingen har justerat det.',
              en: 'The protocol is marked `justerat`, but nobody has adjusted it.',
            }
          : missing.length === 1
            ? {
                sv: `${who.sv} är vald till justerare men har inte justerat.`,
                en: `${who.en} was chosen as adjuster but has not adjusted.`,
              }
            : several(
                document,
                missing.map(({ name }) => name),
              ),
      advice: {
        sv: `Kör \`samverkan approve ${document.id ?? 'ID'} --as "Förnamn Efternamn"\` när den som justerar har läst protokollet.`,
        en: `Run \`samverkan approve ${document.id ?? 'ID'} --as "First Last"\` when the adjuster has read the protocol.`,
      },
    }
  },
  examples: [
    {
      shows: {
        sv: 'Tiden har gått och ingen har justerat',
        en: 'The time has passed and nobody has adjusted',
      },
      front: { status: 'justering' },
      finds: ['justering: []'],
    },
    {
      shows: {
        sv: 'Märkt som justerat fast en justerare saknas',
        en: 'Marked as adjusted although an adjuster is missing',
      },
      front: {
        status: 'justerat',
        justerare: '[Cia Dahl, Bo Berg]',
        justering:
          '[{person: Bo Berg, datum: 2024-05-30, sigill: "sha256:1111111111111111111111111111111111111111111111111111111111111111"}]',
      },
      finds: ['justering: [{person: Bo Berg'],
    },
    {
      shows: { sv: 'Märkt som justerat utan justerare', en: 'Marked as adjusted without any adjuster' },
      front: { status: 'justerat', justerare: undefined, justering: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Tiden har inte gått: en anmärkning', en: 'The time has not passed: a note' },
      front: { status: 'justering' },
      today: '2024-05-28',
      finds: ['justering: []'],
    },
    {
      shows: { sv: 'Alla har justerat', en: 'All have adjusted' },
      front: {
        status: 'justerat',
        justering:
          '[{person: cia-dahl, datum: 2024-05-30, sigill: "sha256:1111111111111111111111111111111111111111111111111111111111111111"}]',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Protokollet har inte kommit till justering än',
        en: 'The protocol has not come to adjustment yet',
      },
      front: { status: 'granskning' },
      finds: [],
    },
  ],
}

function isWithinTime(document: Document, { group, today }: Surroundings): boolean {
  const meeting = meetingOf(document)
  if (meeting.day === undefined) return false
  const own = meeting.group === undefined ? undefined : group(meeting.group)
  const days = own === undefined ? undefined : groupOf(own).rhythm.adjustmentDays
  return today <= daysAfter(meeting.day, days ?? USUAL_ADJUSTMENT_DAYS)
}

function several(document: Document, names: readonly string[]): Said {
  const count = String(names.length)
  const who = mayBeQuoted(document) ? enumerated(names.map(name => `\`${name}\``)) : { sv: count, en: count }
  return {
    sv: `${who.sv} är valda till justerare men har inte justerat.`,
    en: `${who.en} were chosen as adjusters but have not adjusted.`,
  }
}
