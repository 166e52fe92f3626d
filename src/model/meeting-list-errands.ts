import type { Archive } from './archive.js'
import { type Day, daysAfter } from './day.js'
import type { Deviation } from './deviation.js'
import { type FieldValue, fieldsOf, isFields, listOf, NO_FIELDS, saysNothing, textOf } from './fields.js'
import { dayIn } from './meeting.js'
import { partyOf } from './party.js'
import type { Said } from './said.js'

/** What somebody must find out or bring before a deviation can be dealt with. */
export interface Errand {
  /** The party that is to act, as the deviation writes it; absent when nothing says which. */
  readonly party?: string
  readonly says: Said
  /** `preparation`: the deviation cannot be dealt with before it is done. */
  readonly weight: 'preparation' | 'standing'
  /** Absent: by the day on which everything is to be in. */
  readonly due?: Day
}

/** All that is missing of a deviation before the next meeting, in the order of its steps. */
export function errandsOf(deviation: Deviation, archive: Archive): readonly Errand[] {
  const { from, concerns, origin } = deviation
  const parties = [...new Set([...(from === undefined ? [] : [from]), ...concerns])]
  const all = (of: readonly string[], errand: Omit<Errand, 'party'>): readonly Errand[] =>
    of.length === 0 ? [errand] : of.map(party => ({ ...errand, party }))
  const own = from === undefined ? [] : [from]
  if (origin === 'observerad') return all(own.length > 0 ? own : concerns, OBSERVED)
  return [
    ...lacksOf(deviation).flatMap(errand => all(own, errand)),
    ...(deviation.dates.chefskontakt === undefined ? all(parties, CONTACT) : []),
    ...(isAnalysed(deviation) ? [] : all(parties, ANALYSIS)),
    ...measureErrands(deviation, archive),
    ...answerErrands(deviation, archive).flatMap(errand => all(concerns, errand)),
    ...(isToFollowUp(deviation) ? all(parties, FOLLOW_UP) : []),
  ]
}

/** What the report itself lacks (Seed S3: proposal and two signatures). */
function lacksOf({ document, dates, concerns, hasProposal }: Deviation): readonly Omit<Errand, 'party'>[] {
  const { fields } = document
  const lacks: readonly (readonly [boolean, Said])[] = [
    [
      dates.rapporterad === undefined,
      { sv: 'Dagen då den rapporterades saknas.', en: 'The day of the report is missing.' },
    ],
    [concerns.length === 0, { sv: 'Det saknas vem den berör.', en: 'Whom it concerns is missing.' }],
    [!hasProposal, { sv: 'Förslag till åtgärder saknas.', en: 'Proposed measures are missing.' }],
    [
      saysNothing(fields['rapportör_underskrift']),
      { sv: 'Rapportörens underskrift saknas.', en: 'The signature of the reporter is missing.' },
    ],
    [
      saysNothing(fieldsOf(fields, 'chef')['underskrift']),
      { sv: 'Närmaste chefens underskrift saknas.', en: 'The signature of the nearest manager is missing.' },
    ],
  ]
  return lacks.filter(([isLacking]) => isLacking).map(([, says]) => ({ says, weight: 'preparation' }))
}

const isAnalysed = ({ dates, status, document }: Deviation): boolean =>
  dates.analyserad !== undefined ||
  ['analyserad', 'beslutad', 'återkopplad', 'uppföljd'].includes(status ?? '') ||
  document.body.sections.some(({ title, isEmpty }) => title === 'Analys' && !isEmpty)

/** The decided measures that are not done, each with the party of whoever is to do it. */
function measureErrands({ document }: Deviation, archive: Archive): readonly Errand[] {
  const measures = listOf(document.fields, 'åtgärder')
  return measures.flatMap((measure, index): readonly Errand[] => {
    const fields = isFields(measure) ? measure : NO_FIELDS
    if (textOf(fields, 'klar') !== undefined) return []
    const due = dayIn(textOf(fields, 'senast'))
    const party = partyOfPerson(fields['ansvarig'], archive)
    const sv = measures.length === 1 ? 'Åtgärden' : `Åtgärd ${index + 1}`
    const en = measures.length === 1 ? 'The measure' : `Measure ${index + 1}`
    return [
      {
        says:
          due !== undefined && due < archive.today
            ? {
                sv: `${sv} är försenad: vad hindrar den?`,
                en: `${en} is late: what hinders it?`,
              }
            : { sv: `${sv} är inte klar.`, en: `${en} is not done.` },
        weight: 'standing',
        ...(party !== undefined && { party }),
        ...(due !== undefined && { due }),
      },
    ]
  })
}

/** The party of whoever is responsible, where the register knows it. */
function partyOfPerson(value: FieldValue | undefined, archive: Archive): string | undefined {
  const fields = value !== undefined && isFields(value) ? value : NO_FIELDS
  const name = typeof value === 'string' ? value : (textOf(fields, 'person') ?? textOf(fields, 'namn'))
  if (name === undefined) return undefined
  const { register } = archive
  const party = register.person(name)?.organisation ?? (register.isOrganisation(name) ? name : undefined)
  return party === undefined ? undefined : partyOf(party, archive).name
}

/** The answer to whoever reported, within the days that the archive has set. */
function answerErrands(
  { dates, status }: Deviation,
  { settings, today }: Archive,
): readonly Omit<Errand, 'party'>[] {
  const reported = dates.rapporterad ?? dates.mottagen
  if (reported === undefined || dates.återkopplad !== undefined) return []
  if (status === 'återkopplad' || status === 'uppföljd') return []
  const due = daysAfter(reported, settings.answerDays)
  const days = settings.answerDays
  return [
    {
      says:
        due < today
          ? {
              sv: `Svaret till rapportören är försenat (${days} dagar).`,
              en: `The answer to the reporter is late (${days} days).`,
            }
          : {
              sv: `Rapportören ska ha svar (${days} dagar).`,
              en: `The reporter is to have an answer (${days} days).`,
            },
      weight: 'standing',
      due,
    },
  ]
}

const isToFollowUp = ({ dates, measures }: Deviation): boolean =>
  dates.uppföljd === undefined && measures.length > 0 && measures.every(({ isDone }) => isDone)

const OBSERVED: Omit<Errand, 'party'> = {
  says: {
    sv: 'Den är bara observerad: ska den rapporteras, och av vem?',
    en: 'It is only observed: is it to be reported, and by whom?',
  },
  weight: 'preparation',
}

const CONTACT: Omit<Errand, 'party'> = {
  says: {
    sv: 'Cheferna har inte haft kontakt: vad kommer de fram till?',
    en: 'The managers have not been in contact: what do they arrive at?',
  },
  weight: 'preparation',
}

const ANALYSIS: Omit<Errand, 'party'> = {
  says: { sv: 'Hur ser den egna verksamheten på orsaken?', en: 'How does your own operation see the cause?' },
  weight: 'standing',
}

const FOLLOW_UP: Omit<Errand, 'party'> = {
  says: { sv: 'Åtgärderna är klara: har de hjälpt?', en: 'The measures are done: have they helped?' },
  weight: 'standing',
}
