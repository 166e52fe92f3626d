import fc from 'fast-check'
import { DEMONSTRATION } from './demonstration.js'

/** People who are members of the drawn group, substitutes, or strangers. */
const NAMES = ['Ada Alm', 'Bea Bok', 'Cid Ceder', 'Dag Dal', 'Eli Ek', 'Fia Fura', 'Gun Gran']
const PARTIES = ['Ekmo kommun', 'Region Valland', 'Polisen', 'en förening']
const DAYS = ['2023-03-01', '2023-11-08', '2024-02-14', '2024-02-15', '2024-09-18', '2024-12-04']

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const member = fc.record({
  organisation: maybe(fc.constantFrom(...PARTIES)),
  företräder: maybe(fc.constantFrom('primärvården', 'skolan', 'elevhälsan')),
  från: maybe(fc.constantFrom('2023-01-01', '2024-02-15')),
  till: maybe(fc.constantFrom('2024-02-14', '2024-12-31')),
  ersättare: maybe(fc.constantFrom(...NAMES)),
})

const attendee = fc.record({
  name: fc.constantFrom(...NAMES, 'Hedda HEMLIG'),
  form: fc.constantFrom('plain', 'plain', 'replaces', 'items', 'outsider'),
  other: fc.constantFrom(...NAMES),
})

const record = fc.record({
  typ: fc.constantFrom('protokoll', 'protokoll', 'mötesanteckningar', 'protokåll'),
  group: fc.constantFrom('drawn', 'drawn', 'demo', 'ingen-sådan'),
  day: maybe(fc.constantFrom(...DAYS)),
  sekretess: fc.constantFrom('öppen', 'öppen', 'intern'),
  present: maybe(fc.array(attendee, { maxLength: 6 })),
  absent: maybe(fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 })),
  matter: maybe(fc.integer({ min: 0, max: 4 })),
  returns: maybe(fc.constantFrom('2024-09-18', 'nästa möte', 'HT2024')),
  owner: fc.constantFrom('Ada Alm', 'Polisen', 'Bea Bok och Region Valland', 'alla', ''),
  done: fc.boolean(),
  isBroken: fc.constantFrom(false, false, false, false, true),
})

const matter = fc.record({
  typ: fc.constantFrom('ärende', 'ärende', 'ärende', 'ärendde'),
  status: maybe(fc.constantFrom('nytt', 'pågår', 'lyft', 'avslutat', 'påhittad')),
  sekretess: fc.constantFrom('öppen', 'intern'),
  grupp: maybe(fc.constantFrom('drawn', 'demo', 'ingen-sådan')),
  inkom: maybe(fc.constantFrom(...DAYS)),
  slag: maybe(fc.constantFrom('beslut', 'diskussion')),
  inlämnat_av: maybe(fc.constantFrom('Ada Alm', 'Ekmo kommun', 'någon')),
  återkommer: maybe(fc.constantFrom('2024-02-14', '2024-09', '2026-01-01')),
  lyft: maybe(fc.constantFrom(...DAYS)),
  lyft_till: maybe(fc.constantFrom('demo', 'drawn')),
  svar_senast: maybe(fc.constantFrom('2024-03-01', '2026-03-01')),
})

/** Draws a small archive of a group with members, records that say anything, and matters. */
export const drawn = fc.record({
  members: fc.array(member, { maxLength: NAMES.length }),
  isOpenGroup: fc.constantFrom(true, true, false),
  records: fc.uniqueArray(record, {
    maxLength: 8,
    selector: ({ typ, group, day }) => `${typ} ${group} ${day ?? Math.random()}`,
  }),
  matters: fc.array(matter, { maxLength: 5 }),
})

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

/** The files of a drawn archive, and the paths of those that no report can read. `letter`: stands in the ids of its matters. */
export function filesOf({ members, isOpenGroup, records, matters }: Drawn, letter = 'a') {
  const group = front({
    id: 'GRP-drawn',
    typ: 'grupp',
    titel: 'Den dragna gruppen',
    status: 'gällande',
    sekretess: isOpenGroup ? 'öppen' : 'intern',
    namn: 'Den dragna gruppen',
    ledamöter: members.map((each, index) => ({ person: NAMES[index] ?? 'Ada Alm', ...each })),
  })
  const meetings = records.map((each, index) => {
    const id = `${each.typ === 'mötesanteckningar' ? 'MA' : 'PROT'}-${each.group}-${each.day ?? `utan-dag-${letter}${index}`}`
    return {
      path: `moten/${each.group}/2024/${letter}${index}.md`,
      text: each.isBroken ? '---\nid: [\n---\n' : textOfRecord(id, each, letter),
      isRead: !each.isBroken && each.typ !== 'protokåll',
      isMeeting: true,
    }
  })
  const others = matters.map(({ typ, ...fields }, index) => ({
    path: `arenden/2024/are-2024-${letter}00${index}.md`,
    text: `${front({ id: `ARE-2024-${letter}00${index}`, typ, titel: fields.sekretess === 'öppen' ? 'Ett ärende' : 'HEMLIG', ...fields })}\n# Rubrik\n`,
    isRead: typ === 'ärende',
    isMeeting: false,
  }))
  const all = [...meetings, ...others]
  return {
    files: {
      ...DEMONSTRATION,
      'grupper/drawn.md': group,
      ...Object.fromEntries(all.map(({ path, text }) => [path, text])),
    },
    unreadMeetings: all.filter(each => !each.isRead && each.isMeeting).map(({ path }) => path),
    unreadMatters: all.filter(each => !each.isRead && !each.isMeeting).map(({ path }) => path),
  }
}

function textOfRecord(id: string, each: Drawn['records'][number], letter: string): string {
  const isOpen = each.sekretess === 'öppen'
  const present = each.present?.map(({ name, form, other }) => {
    const person = isOpen && name.includes('HEMLIG') ? 'Ivar Is' : name
    if (form === 'replaces') return { person, ersätter: other }
    if (form === 'items') return { person, ärenden: [1] }
    return form === 'outsider' ? { namn: person, organisation: isOpen ? 'Polisen' : 'HEMLIG AB' } : person
  })
  const secret = isOpen ? 'Något' : 'HEMLIGT'
  return [
    front({
      id,
      typ: each.typ,
      titel: 'Möte',
      status: 'justering',
      sekretess: each.sekretess,
      grupp: each.group,
      datum: each.day,
      närvarande: present,
      frånvarande: each.absent,
    }),
    '# Möte\n',
    `## § 1 ${secret} att göra\n`,
    ...(each.matter === undefined ? [] : [`*Ärende: ARE-2024-${letter}00${each.matter}*\n`]),
    ...(each.returns === undefined ? [] : [`*Återkommer: ${each.returns}*\n`]),
    `### Gruppen beslutar\n\n**att** göra ${secret}\n\n**att** göra mer\n`,
    `- [${each.done ? 'x' : ' '}] ${each.owner === '' ? '' : `${each.owner}: `}${secret} (senast 2024-10-01)\n`,
    '## § 2 Resten\n\nInget.\n',
  ].join('\n')
}

const front = (fields: Readonly<Record<string, unknown>>): string =>
  `---\n${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n`
