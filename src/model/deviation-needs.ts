import type { Archive } from './archive.js'
import type { Day } from './day.js'
import { type Deviation, deviationOf, handlingsOf } from './deviation.js'
import { STEPS, type Step } from './deviation-step.js'
import type { Document, Stage } from './document.js'
import { expectedSections, isRequiredAt } from './expected-section.js'
import { fieldsOf, isFields, listOf, saysNothing, textOf } from './fields.js'
import { requiredOf } from './required.js'
import type { Said } from './said.js'
import { folded } from './text.js'

/** Something that a step of a deviation needs and that the document does not say yet. */
export interface Need {
  /** The field to fill (`chef.underskrift` for one inside another); absent for what is written in the text. */
  readonly field?: string
  /** What it is, as an item of a list. */
  readonly is: Said
}

/**
 * Everything that a deviation lacks to take a step, all of it at once: the dates of the steps before, the fields that the
 * kind requires at that status, both signatures, the reporter's proposal, and what each later step rests on. What was only
 * observed needs nothing of a report (Seeds S0, S3).
 */
export function needsOf(document: Document, to: Step, archive: Archive): readonly Need[] {
  const isObserved =
    to !== 'rapporterad' &&
    deviationOf(document).dates.rapporterad === undefined &&
    textOf(document.fields, 'ursprung') === 'observerad'
  const reached = (step: Step): boolean => STEPS.indexOf(step) <= STEPS.indexOf(to)
  const needs = [
    ...dates(document, to, isObserved, archive),
    ...required(document, to, isObserved, archive),
    ...(isObserved ? [] : report(document)),
    ...(reached('analyserad') ? section('Analys', document) : []),
    ...(reached('beslutad') ? decision(document, to, archive) : []),
    ...(reached('uppföljd') ? section('Uppföljning', document) : []),
    ...(to === 'avslutad' ? openMeasures(document) : []),
    ...sections(document, to, archive),
  ]
  const keyOf = ({ field, is }: Need) => field ?? is.sv
  return needs.filter((need, at) => needs.findIndex(other => keyOf(other) === keyOf(need)) === at)
}

/** The day of a step: its own, else for a decision that of the meeting that dealt with it. */
export const dayOfStep = (deviation: Deviation, step: Step, archive: Archive): Day | undefined =>
  deviation.dates[step] ??
  (step === 'beslutad'
    ? handlingsOf(deviation, archive).findLast(({ day }) => day !== undefined)?.day
    : undefined)

/** The steps that come before one, from the report on. Nobody has reported what was only observed. */
const stepsBefore = (to: Step, isObserved: boolean): readonly Step[] =>
  STEPS.slice(isObserved ? 2 : 1, Math.max(STEPS.indexOf(to), 0))

function dates(document: Document, to: Step, isObserved: boolean, archive: Archive): readonly Need[] {
  const deviation = deviationOf(document)
  return stepsBefore(to, isObserved)
    .filter(step => dayOfStep(deviation, step, archive) === undefined)
    .map(step => asked(step, { sv: `dagen för steget \`${step}\``, en: `the day of the step \`${step}\`` }))
}

function required(document: Document, to: Step, isObserved: boolean, archive: Archive): readonly Need[] {
  const kind = archive.kindOf(document)
  if (kind === undefined) return []
  return [...requiredOf(kind, to).keys()]
    .filter(field => !(isObserved && OF_A_REPORT.includes(field)))
    .filter(field => saysNothing(document.fields[field]))
    .map(field => asked(field, { sv: titleIn(kind.schema, field), en: 'the field' }))
}

/** The fields that only somebody who reports can fill. */
const OF_A_REPORT: readonly string[] = ['rapportör', 'från', 'typ_av_avvikelse']

function report({ fields, body }: Document): readonly Need[] {
  const signed = textOf(fieldsOf(fields, 'chef'), 'underskrift')
  const proposal = body.sections.find(({ title }) => folded(title) === 'förslag till åtgärder')
  return [
    ...(saysNothing(fields['inte_istället_för'])
      ? [
          asked('inte_istället_för', {
            sv: 'att det inte i stället är lex Sarah, lex Maria, en orosanmälan eller en egen avvikelse',
            en: 'that it is not instead lex Sarah, lex Maria, an orosanmälan or an internal deviation',
          }),
        ]
      : []),
    ...(saysNothing(fields['rapportör_underskrift'])
      ? [
          asked('rapportör_underskrift', {
            sv: 'dagen då rapportören skrev under',
            en: 'the day the reporter signed',
          }),
        ]
      : []),
    ...(saysNothing(fields['chef'])
      ? [asked('chef', { sv: 'närmaste chef', en: 'the nearest manager' })]
      : []),
    ...(signed === undefined
      ? [asked('chef.underskrift', { sv: 'dagen då chefen skrev under', en: 'the day the manager signed' })]
      : []),
    ...(proposal === undefined || isBlank(proposal.index, body) ? [written('Förslag till åtgärder')] : []),
  ]
}

const section = (title: string, { body }: Document): readonly Need[] => {
  const found = body.sections.find(each => folded(each.title) === folded(title))
  return found === undefined || isBlank(found.index, body) ? [written(title)] : []
}

/**
 * What was decided, by whom to be done and when, and the meeting that decided. What is solved locally needs no meeting;
 * past the decision the text can say why nothing was to be done.
 */
function decision(document: Document, to: Step, archive: Archive): readonly Need[] {
  const { fields } = document
  const measures = listOf(fields, 'åtgärder')
  const vague = measures.some(each => !isFields(each) || MEASURED.some(key => saysNothing(each[key])))
  const meetings = handlingsOf(deviationOf(document), archive)
  return [
    ...(measures.length === 0 && (to === 'beslutad' || section('Beslutade åtgärder', document).length > 0)
      ? [
          asked('åtgärder', {
            sv: 'beslutade åtgärder, var och en med ansvarig och senast',
            en: 'decided measures, each with `ansvarig` and `senast`',
          }),
        ]
      : []),
    ...(vague
      ? [
          asked('åtgärder', {
            sv: 'vem som ansvarar och senast när för varje åtgärd',
            en: '`ansvarig` and `senast` of every measure',
          }),
        ]
      : []),
    ...(meetings.length === 0 && textOf(fields, 'löses') !== 'lokalt'
      ? [
          asked('behandlas_i', {
            sv: 'mötets paragraf där det beslutades (`PROT-… § 4`), om det inte löses lokalt',
            en: 'the paragraph of the meeting that decided (`PROT-… § 4`), unless `löses: lokalt`',
          }),
        ]
      : []),
  ]
}

const MEASURED = ['vad', 'ansvarig', 'senast'] as const

const openMeasures = ({ fields }: Document): readonly Need[] =>
  listOf(fields, 'åtgärder').some(each => !isFields(each) || saysNothing(each['klar']))
    ? [
        {
          is: {
            sv: 'att varje åtgärd är klar (`klar: DAG`)',
            en: 'that every measure is done (`klar: DAY`)',
          },
        },
      ]
    : []

/** The sections that the kind asks for at the stage of a status. */
function sections(document: Document, to: Step, archive: Archive): readonly Need[] {
  const kind = archive.kindOf(document)
  const stage: Stage | undefined = kind?.statuses.find(({ name }) => name === to)?.stage
  if (kind === undefined || stage === undefined) return []
  const found = expectedSections(kind, document)
  return kind.sections.flatMap((each, at) => {
    const there = found[at]
    const isMissing = there === undefined || isBlank(there.index, document.body)
    return isRequiredAt(each, stage) && isMissing ? [written(each.title)] : []
  })
}

/** True of a section in which nothing stands, nor in any below it. */
const isBlank = (index: number, { sections }: Document['body']): boolean =>
  sections.every(({ index: at, parent, isEmpty }) => isEmpty || (at !== index && parent !== index))

const asked = (field: string, is: Said): Need => ({
  field,
  is: { sv: `${is.sv} (\`${field}\`)`, en: `${is.en} (\`${field}\`)` },
})

const written = (title: string): Need => ({
  is: { sv: `text under «${title}»`, en: `text under «${title}»` },
})

function titleIn({ properties }: Readonly<Record<string, unknown>>, field: string): string {
  const schema = (properties ?? {}) as Readonly<Record<string, { readonly title?: string } | undefined>>
  return schema[field]?.title ?? field
}
