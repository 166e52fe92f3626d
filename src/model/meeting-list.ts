import type { Archive } from './archive.js'
import { type Day, daysAfter } from './day.js'
import { type Deviation, deviationOf, groupsOf, handlingsOf } from './deviation.js'
import { mayBeQuoted } from './document.js'
import { fieldsOf, textsOf } from './fields.js'
import { type Group, groupOf } from './group.js'
import { groupAsked } from './group-asked.js'
import { type Contacts, contactsOf } from './meeting-list-contacts.js'
import { type Errand, errandsOf } from './meeting-list-errands.js'
import { partyOf } from './party.js'
import { asWritten, enumerated, type Said } from './said.js'
import { scheduledMeetings } from './scheduled-meeting.js'
import type { Sheet, Table } from './sheet.js'
import { unreadIn } from './sources.js'
import { column, NOT_STATED } from './worded-column.js'

/**
 * What each contact person must find out and bring before the next meeting of a group, deviation by deviation. Of a
 * deviation nothing but its id and the words of its fields is repeated; the title only where it is open.
 * @throws UserError for a group that does not exist.
 */
export function deviationsBeforeMeeting(archive: Archive, slug: string): Sheet {
  const group = groupOf(groupAsked(archive, slug))
  const meeting = scheduledMeetings(archive, group.slug).find(
    ({ day, isCalledOff }) => day >= archive.today && !isCalledOff,
  )
  const day = meeting?.day
  const open = openDeviations(archive)
  const deviations = open.filter(deviation => isBefore(deviation, group.slug, archive))
  const errands = deviations.flatMap(deviation => broughtBy(deviation, { archive, group, day }))
  return {
    report: 'deviations-for-meeting',
    title: { sv: 'Avvikelser till mötet', en: 'Deviations for the meeting' },
    scope:
      day === undefined
        ? asWritten(`${group.name}.`)
        : { sv: `${group.name}, mötet ${day}.`, en: `${group.name}, meeting on ${day}.` },
    scopeData: { group: group.slug, ...(day !== undefined && { meeting: day }) },
    summary: [
      ...summaryOf(deviations, errands),
      deadline(group, day, archive),
      ...withoutGroup(open, archive),
    ],
    tables: [overview(deviations, archive), ...errandTables(errands, group)],
    sources: { documents: deviations.length, unreadable: unreadIn(archive, 'avvikelse') },
  }
}

/** An errand of one deviation, with those who are to see to it. */
interface Brought extends Errand {
  readonly deviation: Deviation
  readonly contacts?: Contacts
  readonly by?: Day
}

const openDeviations = (archive: Archive): readonly Deviation[] =>
  archive
    .ofKind('avvikelse')
    .filter(({ unreadable, stage }) => !unreadable && stage !== 'final')
    .map(deviationOf)

/** True of a deviation that is a matter for a group: its own, one it has dealt with, or one that was handed over to it. */
const isBefore = (deviation: Deviation, slug: string, archive: Archive): boolean =>
  groupsOf(deviation, archive).includes(slug) ||
  textsOf(fieldsOf(deviation.document.fields, 'länkar'), 'lyfts_till').some(
    id => id.toLowerCase() === `grp-${slug}`,
  )

function broughtBy(
  deviation: Deviation,
  {
    archive,
    group,
    day,
  }: { readonly archive: Archive; readonly group: Group; readonly day: Day | undefined },
): readonly Brought[] {
  const by = everythingIn(group, day, archive)
  return errandsOf(deviation, archive).map(errand => {
    const due = errand.due ?? by
    return {
      ...errand,
      deviation,
      ...(due !== undefined && { by: due }),
      ...(errand.party !== undefined && {
        contacts: contactsOf(errand.party, deviation, { archive, group, day: day ?? archive.today }),
      }),
    }
  })
}

/** The day on which the agenda goes out, where it is still to come; else the day of the meeting. */
function everythingIn({ rhythm }: Group, day: Day | undefined, { today }: Archive): Day | undefined {
  if (day === undefined) return undefined
  const notice = daysAfter(day, -(rhythm.noticeDays ?? 0))
  return notice >= today ? notice : day
}

function summaryOf(deviations: readonly Deviation[], errands: readonly Brought[]): readonly Said[] {
  const all = deviations.length
  if (all === 0)
    return [{ sv: 'Inga avvikelser väntar på gruppen.', en: 'No deviations wait for the group.' }]
  const held = new Set(errands.filter(({ weight }) => weight === 'preparation').map(each => each.deviation))
  return [
    {
      sv: `${all} ${all === 1 ? 'avvikelse' : 'avvikelser'} väntar på gruppen; ${all - held.size} kan behandlas och ${held.size} saknar något först.`,
      en: `${all} ${all === 1 ? 'deviation waits' : 'deviations wait'} for the group; ${all - held.size} can be dealt with and ${held.size} ${held.size === 1 ? 'lacks' : 'lack'} something first.`,
    },
  ]
}

function deadline(group: Group, day: Day | undefined, archive: Archive): Said {
  const by = everythingIn(group, day, archive)
  if (by === undefined) {
    return {
      sv: `Gruppen har inget kommande möte i arkivet; \`samverkan new kallelse --group ${group.slug}\` kallar till ett.`,
      en: `The group has no coming meeting in the archive; \`samverkan new agenda --group ${group.slug}\` calls one.`,
    }
  }
  return by === day
    ? {
        sv: `Det som saknas ska vara klart till mötet ${by}.`,
        en: `What is missing is to be ready for the meeting on ${by}.`,
      }
    : {
        sv: `Det som saknas ska vara hos sekreteraren ${by}, när kallelsen går ut.`,
        en: `What is missing is to be with the secretary by ${by}, when the agenda goes out.`,
      }
}

/** Deviations that no group has: nobody would ask about them. */
function withoutGroup(open: readonly Deviation[], archive: Archive): readonly Said[] {
  const lost = open.filter(
    deviation =>
      groupsOf(deviation, archive).length === 0 &&
      textsOf(fieldsOf(deviation.document.fields, 'länkar'), 'lyfts_till').length === 0,
  )
  if (lost.length === 0) return []
  const names = enumerated(lost.map(({ name }) => name))
  return [
    {
      sv: `Ingen grupp har ${names.sv}: skriv in vilken i fältet \`grupp\`.`,
      en: `No group has ${names.en}: write which in the field \`grupp\`.`,
    },
  ]
}

/** The deviations, and what has happened with each. */
const overview = (deviations: readonly Deviation[], archive: Archive): Table => ({
  name: 'deviations',
  title: { sv: 'Vad som har hänt', en: 'What has happened' },
  columns: [
    column('id', 'id', 'Avvikelse', 'Deviation'),
    column('about', 'text', 'Gäller', 'About', { absent: NOT_STATED }),
    column('between', 'text', 'Mellan', 'Between', { absent: NOT_STATED }),
    column('status', 'text', 'Status', 'Status'),
    column('since', 'date', 'Sedan', 'Since', { presence: 'optional' }),
    column('handled_at', 'text', 'Senast uppe', 'Last taken up', {
      absent: { sv: 'inget möte', en: 'no meeting' },
    }),
  ],
  rows: deviations.map(deviation => {
    const { name, document, title, area, status, dates } = deviation
    const days = Object.values(dates)
      .filter(day => day <= archive.today)
      .toSorted()
    const held = handlingsOf(deviation, archive).filter(({ day = '' }) => day <= archive.today)
    return {
      cells: [
        name,
        mayBeQuoted(document) ? title : area,
        between(deviation, archive),
        status,
        days.at(-1),
        held.at(-1)?.address,
      ],
      documents: [name],
    }
  }),
})

/** Who reports whom, by the names of the register alone; a party that it does not know is left out. */
function between({ from, concerns, document }: Deviation, archive: Archive): string | undefined {
  const known = (written: string): readonly string[] =>
    archive.register.isOrganisation(written) || mayBeQuoted(document) ? [partyOf(written, archive).name] : []
  const reporting = from === undefined ? [] : known(from)
  const concerned = [...new Set(concerns.flatMap(known))]
  if (reporting.length + concerned.length === 0) return undefined
  return `${reporting[0] ?? '?'} → ${concerned.join(', ') || '?'}`
}

/** One table for each party and those who speak for it, in the order of the members; those without anybody last. */
function errandTables(errands: readonly Brought[], group: Group): readonly Table[] {
  const parts = new Map<string, Brought[]>()
  for (const errand of errands) {
    const members = errand.contacts?.members ?? []
    const key =
      members.length === 0 ? `~${errand.contacts?.key ?? ''}` : members.map(({ name }) => name).join('\n')
    parts.set(key, [...(parts.get(key) ?? []), errand])
  }
  const place = (all: readonly Brought[]): number => {
    const first = all[0]?.contacts?.members[0]
    const at = group.members.findIndex(({ name }) => name === first?.name)
    return at < 0 ? group.members.length : at
  }
  return [...parts.values()]
    .toSorted((a, b) => place(a) - place(b))
    .map((all, index) => ({
      name: `contact-${index + 1}`,
      title: headingOf(all[0]?.contacts, group),
      columns: [
        column('id', 'id', 'Avvikelse', 'Deviation'),
        column('errand', 'text', 'Att ta reda på och ta med', 'To find out and bring', {
          words: new Map(all.map(({ says }) => [says.sv, says])),
        }),
        column('due', 'date', 'Senast', 'By'),
      ],
      rows: all.map(({ deviation, says, by }) => ({
        cells: [deviation.name, says.sv, by],
        documents: [deviation.name],
      })),
    }))
}

function headingOf(contacts: Contacts | undefined, { secretary, chair }: Group): Said {
  const members = contacts?.members ?? []
  const party = contacts?.party ?? { sv: 'Ingen part är angiven', en: 'No party is stated' }
  if (members.length > 0) {
    const names = enumerated(members.map(({ name }) => name))
    return { sv: `${party.sv}: ${names.sv}`, en: `${party.en}: ${names.en}` }
  }
  const who = secretary ?? chair
  const sees = who === undefined ? { sv: 'sekreteraren', en: 'the secretary' } : asWritten(who)
  return contacts === undefined
    ? { sv: `${party.sv}: ${sees.sv} tar reda på det`, en: `${party.en}: ${sees.en} finds out` }
    : {
        sv: `${party.sv}, ingen ledamot i gruppen: ${sees.sv} tar kontakt`,
        en: `${party.en}, no member of the group: ${sees.en} makes contact`,
      }
}
