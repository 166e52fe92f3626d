import type { Archive } from './archive.js'
import type { Day } from './day.js'
import { deviationOf } from './deviation.js'
import { STEPS, type Step, stepNumber } from './deviation-step.js'
import { type Document, nameOf } from './document.js'
import { UserError } from './failure.js'
import { choices } from './said.js'
import { folded, nearest } from './text.js'

/** What the steps are called in English. */
const ENGLISH: Readonly<Record<string, Step>> = {
  reported: 'rapporterad',
  received: 'mottagen',
  'manager-contact': 'chefskontakt',
  analysed: 'analyserad',
  decided: 'beslutad',
  answered: 'återkopplad',
  'followed-up': 'uppföljd',
  closed: 'avslutad',
}

/**
 * The step that `--to` names for a deviation.
 * @throws UserError for what is no step, for a step back, and for one that the status does not lead to.
 */
export function stepAsked(given: string, document: Document, archive: Archive): Step {
  const steps = STEPS.slice(1)
  const wanted = folded(given).replace(/[ _]/g, '-')
  const step = steps.find(each => each === wanted) ?? ENGLISH[wanted]
  if (step === undefined) throw noStep(given, steps)
  const { status } = document
  const kind = archive.kindOf(document)
  const next = kind?.statuses.find(({ name }) => name === status)?.next ?? steps
  if (step === status && deviationOf(document).dates[step] === undefined) return step
  if (next.includes(step) && stepNumber(step) > stepNumber(status)) return step
  const name = nameOf(document)
  const onward = steps.filter(each => next.includes(each) && stepNumber(each) > stepNumber(status))
  const all = choices(onward)
  throw new UserError(
    step === status
      ? { sv: `${name} är redan \`${step}\`.`, en: `${name} is \`${step}\` already.` }
      : {
          sv: `${name} är \`${status ?? ''}\` och går inte vidare till \`${step}\`.`,
          en: `${name} is \`${status ?? ''}\` and does not go on to \`${step}\`.`,
        },
    onward.length === 0
      ? {
          sv: 'Den är avslutad. Händer det igen skrivs en ny avvikelse.',
          en: 'It is closed. If it happens again a new deviation is written.',
        }
      : {
          sv: `Härifrån går det till ${all.sv}. Ett misstag rättas i filen. Ingenting har skrivits.`,
          en: `From here it goes to ${all.en}. A mistake is put right in the file. Nothing was written.`,
        },
  )
}

/**
 * @throws UserError for a day that has not been, and for one before what happened or was reported.
 */
export function refuseUnlessPossible(day: Day, step: Step, document: Document, today: Day): void {
  const { dates } = deviationOf(document)
  const before = (['händelsedatum', 'rapporterad'] as const).find(
    each => each !== step && (dates[each] ?? '') > day,
  )
  if (day <= today && before === undefined) return
  throw new UserError(
    before === undefined
      ? { sv: `${day} har inte varit än.`, en: `${day} has not been yet.` }
      : {
          sv: `\`${step}\` kan inte vara ${day}: \`${before}\` är ${dates[before]}.`,
          en: `\`${step}\` cannot be ${day}: \`${before}\` is ${dates[before]}.`,
        },
    {
      sv: 'Rätta `--date`. Ingenting har skrivits.',
      en: 'Correct `--date`. Nothing was written.',
    },
  )
}

function noStep(given: string, steps: readonly Step[]): UserError {
  const known = nearest(given, [...steps, ...Object.keys(ENGLISH)])
  const meant = known === undefined ? undefined : (ENGLISH[known] ?? known)
  return new UserError(
    { sv: `Steget \`${given}\` finns inte.`, en: `There is no step \`${given}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Stegen är ${steps.join(', ')}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}The steps are ${steps.join(', ')}.`,
    },
  )
}
