import type { Archive } from './archive.js'
import { type Deviation, handlingsOf } from './deviation.js'
import { concernedBy, reporterOf } from './deviation-counts.js'
import { answerDays } from './deviation-process.js'
import type { DeviationsAsked } from './deviations-asked.js'
import { nameOf } from './document.js'
import { fieldsOf, textsOf } from './fields.js'
import { groupNames } from './group-names.js'
import { PARTY_TYPES, partiesIn, partyOf } from './party.js'
import type { Organisation } from './register.js'
import { RECORDS } from './rule.js'
import type { Said } from './said.js'
import type { Cell, Table } from './sheet.js'
import { beforeColumns } from './tally.js'
import { column } from './worded-column.js'

/**
 * The parties of the groups that have reported nothing. A zero is information: it seldom means that all is
 * well (Seed S2 § 8).
 */
export function silentParties({ compared, groups, period }: DeviationsAsked, archive: Archive) {
  const reportedBy = (deviations: readonly Deviation[], party: Organisation) =>
    deviations.filter(
      ({ origin, from }) =>
        origin === 'inkommen' && from !== undefined && partyOf(from, archive).organisation === party,
    )
  const parties = partiesIn(archive, groups, period)
  return {
    parties,
    silent: parties.filter(party => reportedBy(compared.items, party).length === 0),
    before: (party: Organisation) =>
      compared.before?.items && reportedBy(compared.before.items, party).length,
  }
}

/** Who has reported nothing. */
export function silentTable(asked: DeviationsAsked, archive: Archive): Table {
  const { parties, silent, before } = silentParties(asked, archive)
  const vague = asked.compared.items.filter(
    ({ origin, from }) =>
      origin === 'inkommen' &&
      !PARTY_TYPES.includes(
        (from === undefined ? undefined : partyOf(from, archive).organisation?.type) ?? '',
      ),
  )
  const notes: Said[] = []
  if (parties.length === 0) {
    notes.push({
      sv: 'Registret och grupperna visar inte vilka kommuner, regioner och myndigheter som deltar.',
      en: 'The register and the groups do not show which municipalities, regions and authorities take part.',
    })
  } else if (silent.length === 0) {
    notes.push({
      sv: 'Alla parter i grupperna har rapporterat.',
      en: 'Every party of the groups has reported.',
    })
  }
  if (vague.length > 0) {
    notes.push({
      sv: `Det framgår inte vilken part som rapporterade ${vague.map(({ name }) => name).join(', ')}; den kan stå här med orätt.`,
      en: `Nothing shows which party reported ${vague.map(({ name }) => name).join(', ')}; it may stand here wrongly.`,
    })
  }
  return {
    name: 'silent',
    title: { sv: 'Vem som inte har rapporterat', en: 'Who has reported nothing' },
    columns: [
      column('party', 'text', 'Part', 'Party', { forPublic: { is: 'category', by: 'part', known: 'all' } }),
      column('count', 'number', 'Rapporter', 'Reports', { forPublic: { is: 'count', of: 'reports' } }),
      ...beforeColumns(asked.compared).map(({ key, label, type }) => ({ key, label, type })),
    ],
    rows: silent.map(party => ({
      cells: [party.name, 0, ...(asked.compared.before === undefined ? [] : [before(party)])],
      documents: [],
    })),
    ...(notes.length > 0 && { notes }),
  }
}

/** One row for each deviation: where it stands and what it led to. */
export const outcomeTable = ({ compared: { items } }: DeviationsAsked, archive: Archive): Table => ({
  name: 'deviations',
  title: { sv: 'Avvikelserna och vad de ledde till', en: 'The deviations and what they led to' },
  columns: [
    column('id', 'id', 'Id', 'Id'),
    column('title', 'text', 'Titel', 'Title'),
    column('status', 'text', 'Status', 'Status'),
    column('decisions', 'text', 'Beslut', 'Decisions', {
      absent: { sv: 'inget som nämner den', en: 'none that names it' },
    }),
    column('handled_at', 'text', 'Behandlas i', 'Dealt with in', {
      absent: { sv: 'inget möte', en: 'no meeting' },
    }),
    column('origin', 'text', 'Ursprung', 'Origin'),
    column('from', 'text', 'Från', 'From'),
    column('concerns', 'text', 'Berör', 'Concerns'),
    column('area', 'text', 'Område', 'Area'),
    column('type', 'text', 'Typ', 'Type'),
    column('group', 'text', 'Grupp', 'Group', { words: groupNames(archive) }),
    column('solved', 'text', 'Löses', 'Solved'),
    column('reported', 'date', 'Rapporterad', 'Reported'),
    column('contact', 'date', 'Chefskontakt', 'Manager contact', { absent: MISSING }),
    column('answered', 'date', 'Återkopplad', 'Answered', { absent: MISSING }),
    column('days_to_answer', 'days', 'Dagar till svar', 'Days to answer', { presence: 'optional' }),
    column('proposal', 'text', 'Förslag', 'Proposal', { words: YES_NO }),
    column('measures', 'number', 'Åtgärder', 'Measures', {
      absent: { sv: 'inga beslutade', en: 'none decided' },
    }),
    column('measures_done', 'number', 'Genomförda', 'Done', { presence: 'optional' }),
  ],
  rows: items.map(deviation => ({ cells: outcomeOf(deviation, archive), documents: [deviation.name] })),
})

function outcomeOf(deviation: Deviation, archive: Archive): readonly Cell[] {
  const { name, title, status, origin, area, type, group, solved, dates, hasProposal, measures } = deviation
  return [
    name,
    title,
    status,
    listed(decisionsAbout(deviation, archive)),
    listed(handlingsOf(deviation, archive).map(({ address }) => address)),
    origin,
    reporterOf(deviation, archive),
    concernedBy(deviation, archive),
    area,
    type,
    group,
    solved,
    dates.rapporterad,
    dates.chefskontakt,
    dates.återkopplad,
    answerDays(deviation),
    hasProposal ? 'yes' : 'no',
    measures.length === 0 ? undefined : measures.length,
    measures.length === 0 ? undefined : measures.filter(({ isDone }) => isDone).length,
  ]
}

/**
 * Addresses of the decisions that name a deviation, stand alone with it under a heading, or that it says it
 * gave rise to.
 */
function decisionsAbout({ document }: Deviation, archive: Archive): readonly string[] {
  const stated = textsOf(fieldsOf(document.fields, 'länkar'), 'föranleder')
  const named = archive
    .pointersOf(document)
    .filter(({ relation, part }) => relation === 'behandlas_i' && part !== undefined && /:\d+$/.test(part))
    .map(({ id, part }) => `${id} ${part}`)
  const pointing = archive
    .pointingAt(document.id ?? '')
    .flatMap(({ from, relation, section, at }): readonly string[] => {
      if (relation === 'föranleds_av') return [nameOf(from)]
      if (!('line' in at) || !(RECORDS as readonly string[]).includes(from.typ ?? '')) return []
      const { decisions, sections } = from.body
      const own = decisions.filter(({ line, endLine }) => line <= at.line && at.line <= endLine)
      const isAlone =
        relation === 'Avvikelser' &&
        sections[section ?? -1]?.attributes
          .filter(({ key }) => key === 'Avvikelser')
          .every(({ value }) => !/[,;]/.test(value))
      const under = isAlone
        ? decisions.filter(
            each => each.section === section || sections[each.section ?? -1]?.parent === section,
          )
        : []
      return [...own, ...under].map(({ address }) =>
        address === undefined ? nameOf(from) : `${nameOf(from)} ${address}`,
      )
    })
  return [...new Set([...stated, ...named, ...pointing])].sort()
}

const listed = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(', ')

const MISSING: Said = { sv: 'saknas', en: 'missing' }

const YES_NO: ReadonlyMap<string, Said> = new Map([
  ['yes', { sv: 'ja', en: 'yes' }],
  ['no', { sv: 'nej', en: 'no' }],
])
