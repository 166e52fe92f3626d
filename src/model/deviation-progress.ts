import type { Archive } from './archive.js'
import { deviationOf } from './deviation.js'
import { dayOfStep, needsOf } from './deviation-needs.js'
import { STEPS, type Step, stepNumber } from './deviation-step.js'
import { type Document, nameOf } from './document.js'
import { textOf } from './fields.js'
import { handoversIn } from './handover.js'
import { hanging } from './layout.js'
import { broken } from './line-breaks.js'
import { type Copy, copiesOf } from './routing.js'
import { enumerated, type Language, type Said } from './said.js'

/** How far a deviation has come, in sentences and lists of ids, days and words of the fields. */
interface Progress {
  /** The steps that have been taken, with their days. */
  readonly taken: Said
  /** Who is to have a copy, and whether they have. */
  readonly copies: Said | undefined
  /** The groups that have it before them, since when. */
  readonly handovers: readonly Said[]
  /** The next step; absent when it is closed. */
  readonly next?: Step
  /** What the next step lacks. */
  readonly lacks: readonly Said[]
}

/** How far a deviation has come, what the next step is and what it lacks. */
function progressOf(document: Document, archive: Archive): Progress {
  const deviation = deviationOf(document)
  const days = STEPS.flatMap(step => {
    const isPast = stepNumber(step) <= stepNumber(document.status)
    const day = isPast ? dayOfStep(deviation, step, archive) : deviation.dates[step]
    return day === undefined ? [] : [`${step} ${day}`]
  })
  const next = nextStep(document)
  const isObserved = document.status === 'observerad' || deviation.origin === 'observerad'
  const copies = copiesOf(document, archive)
  return {
    taken:
      days.length === 0
        ? { sv: 'Inget steg har någon dag.', en: 'No step has a day.' }
        : { sv: `Steg: ${days.join(', ')}.`, en: `Steps: ${days.join(', ')}.` },
    copies: isObserved || copies.length === 0 ? undefined : copiesSaid(copies),
    handovers: handoversIn(document.fields).map(({ to, on, by }) => {
      const from = textOf(document.fields, 'grupp')
      const day = on === undefined ? '' : ` ${on}`
      const known = by === undefined ? undefined : archive.register.person(by)?.name
      return {
        sv: `Överlämnad${from === undefined ? '' : ` från ${from}`} till ${to}${day}${known === undefined ? '' : ` av ${known}`}.`,
        en: `Handed over${from === undefined ? '' : ` from ${from}`} to ${to}${day}${known === undefined ? '' : ` by ${known}`}.`,
      }
    }),
    ...(next !== undefined && { next }),
    lacks: next === undefined ? [] : needsOf(document, next, archive).map(({ is }) => is),
  }
}

/** The step after the status of a deviation; the first where it has none. */
export function nextStep({ status }: Document): Step | undefined {
  const at = stepNumber(status)
  return at < 0 ? 'rapporterad' : STEPS[at + 1]
}

/** The progress of a deviation as lines of at most so many columns. */
export function progressLines(
  document: Document,
  archive: Archive,
  { language, columns }: { readonly language: Language; readonly columns: number },
): readonly string[] {
  const { taken, copies, handovers, next, lacks } = progressOf(document, archive)
  const status = document.status ?? ''
  const head = { sv: `${nameOf(document)} är \`${status}\`.`, en: `${nameOf(document)} is \`${status}\`.` }
  const command = next === undefined ? '' : `samverkan advance ${nameOf(document)} --to ${next}`
  const onward: Said =
    next === undefined
      ? { sv: 'Den är klar.', en: 'It is done.' }
      : lacks.length === 0
        ? {
            sv: `Nästa steg, som inte saknar något: \`${command}\`.`,
            en: `Next step, which lacks nothing: \`${command}\`.`,
          }
        : {
            sv: `Nästa steg är \`${next}\`. Det här saknas:`,
            en: `The next step is \`${next}\`. This is missing:`,
          }
  return [
    ...[head, taken, ...(copies === undefined ? [] : [copies]), ...handovers, onward].flatMap(said =>
      broken(said[language], columns),
    ),
    ...lacks.flatMap(said => hanging(said[language], columns, '- ')),
  ]
}

function copiesSaid(copies: readonly Copy[]): Said {
  const shown = (left: boolean) =>
    copies
      .filter(({ isGiven }) => isGiven !== left)
      .map(({ to, isKnown }) => ({
        sv: isKnown ? to : 'den berörda parten',
        en: isKnown ? to : 'the concerned party',
      }))
  const part = (left: boolean, language: 'sv' | 'en') =>
    enumerated(shown(left).map(each => each[language]))[language]
  const said = (language: 'sv' | 'en', has: string, lacks: string) =>
    [
      shown(false).length === 0 ? [] : `${has}: ${part(false, language)}.`,
      shown(true).length === 0 ? [] : `${lacks}: ${part(true, language)}.`,
    ]
      .flat()
      .join(' ')
  return {
    sv: said('sv', 'Kopia har gått till', 'Kopia ska till'),
    en: said('en', 'A copy has gone to', 'A copy is to go to'),
  }
}
