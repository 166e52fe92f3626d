import { answered, type Question, questionFor } from '../kinds/question.js'
import type { Call } from '../model/command.js'
import { whyNotADay } from '../model/day.js'
import { UserError } from '../model/failure.js'
import { type FieldValue, isList } from '../model/fields.js'
import { groupOf } from '../model/group.js'
import { groupAsked } from '../model/group-asked.js'
import type { DocumentKind } from '../model/kind.js'
import type { World } from '../model/ports.js'
import { enumerated, type Said } from '../model/said.js'
import { readYaml } from '../parse/yaml.js'
import { neededFor } from './compose.js'
import type { OpenArchive } from './open.js'

/** Options that stand for a field of the document. */
const FIELD_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['group', 'grupp'],
  ['date', 'datum'],
  ['title', 'titel'],
  ['time', 'tid'],
  ['place', 'plats'],
])

/** The fields that options give, checked against the kind. */
export function givenBy(
  call: Call,
  { archive, builtIn }: OpenArchive,
  kind: DocumentKind,
): Map<string, FieldValue> {
  const given = new Map<string, FieldValue>()
  for (const [option, field] of FIELD_OPTIONS) {
    const value = call.value(option)
    if (value !== undefined)
      given.set(option === 'date' && !kind.pathPattern.includes('<datum>') ? dayField(kind) : field, value)
  }
  for (const [field, value] of setBy(call)) given.set(field, value)
  for (const [field, value] of given) refuseUnlessAccepted(questionFor(kind, builtIn.common, field), value)
  const group = given.get('grupp')
  if (typeof group === 'string') groupAsked(archive, group)
  return given
}

/**
 * What `--set fält=värde` says, each value read as YAML.
 * @throws UserError for what has no equals sign.
 */
export function setBy(call: Call): ReadonlyMap<string, FieldValue> {
  return new Map(
    call.values('set').map(pair => {
      const [, field, value] = /^([^=]+)=([\s\S]*)$/.exec(pair) ?? []
      if (field === undefined || value === undefined) {
        throw new UserError(
          { sv: `\`--set ${pair}\` saknar likhetstecken.`, en: `\`--set ${pair}\` has no equals sign.` },
          { sv: 'Skriv `--set fält=värde`.', en: 'Write `--set field=value`.' },
        )
      }
      const read = readYaml(`värde: ${value}\n`, 1)
      return [field.trim(), read.broken ? value : (read.fields['värde'] ?? value)] as const
    }),
  )
}

/** @throws UserError for a text that the field cannot take. */
export function refuseUnlessAccepted(question: Question, value: FieldValue): void {
  for (const each of isList(value) ? value : [value])
    if (typeof each === 'string' && !question.accepts(each)) throw wrongValue(question, each)
}

/** The field that `--date` means for a kind without a day in its id. */
const dayField = ({ template }: DocumentKind): string =>
  ['händelsedatum', 'inkom', 'upprättad', 'beslutad', 'från', 'datum'].find(field =>
    template.includes(`{{${field}}}`),
  ) ?? 'datum'

/** Asks for what is needed and not given; on no terminal, says which options would have given it. */
export async function completed(
  given: Map<string, FieldValue>,
  { archive, builtIn }: OpenArchive,
  kind: DocumentKind,
  world: World,
): Promise<ReadonlyMap<string, FieldValue>> {
  const needed = neededFor({ kind, given, archive })
  if (needed.length > 0 && !world.isInteractive) throw missing(needed, kind)
  for (const field of needed) {
    given.set(field, await asked(questionFor(kind, builtIn.common, field), archive, world))
  }
  return given
}

/** Asks for the value of a field on the terminal. */
export async function asked(
  question: Question,
  archive: OpenArchive['archive'],
  world: World,
): Promise<FieldValue> {
  const { language, prompts, today } = world
  if (question.field === 'grupp') {
    const groups = archive.ofKind('grupp').map(groupOf)
    return prompts.choose(
      language === 'sv' ? 'Vilken grupp?' : 'Which group?',
      groups.map(({ slug, name }) => ({ value: slug, label: name })),
    )
  }
  const label = `${question.title.charAt(0).toUpperCase()}${question.title.slice(1)}`
  if (question.choices.length > 0) {
    const choice = await prompts.choose(
      label,
      question.choices.map(value => ({ value, label: value })),
    )
    return question.isList ? [choice] : choice
  }
  if (question.parts.length > 0) {
    const entry: Record<string, FieldValue> = Object.create(null)
    for (const part of question.parts)
      entry[part] = await prompts.ask(`${label}: ${part}`, undefined, answer =>
        answer.trim() === '' ? EMPTY[language] : undefined,
      )
    return question.isList ? [entry] : entry
  }
  const answer = await prompts.ask(label, question.field === 'datum' ? today : undefined, given => {
    if (given.trim() === '') return EMPTY[language]
    return question.accepts(given.trim()) ? undefined : `${question.wanted?.[language] ?? ''}`
  })
  return answered(question, answer)
}

function missing(needed: readonly string[], kind: DocumentKind): UserError {
  const options = needed.map(field => {
    const option = [...FIELD_OPTIONS].find(([, name]) => name === field)?.[0]
    return `\`${option === undefined ? `--set ${field}=…` : `--${option}`}\``
  })
  const all = enumerated(options)
  return new UserError(
    {
      sv: `Det som behövs för ${kind.label.sv} är inte angivet, och här går det inte att fråga.`,
      en: `What a ${kind.label.en} needs was not given, and there is nobody to ask here.`,
    },
    { sv: `Lägg till ${all.sv}.`, en: `Add ${all.en}.` },
  )
}

function wrongValue({ title, wanted, choices }: Question, value: string): UserError {
  const why = whyNotADay(value)
  const says = why === undefined ? { sv: '', en: '' } : { sv: `: ${why.sv}`, en: `: ${why.en}` }
  return new UserError(
    {
      sv: `\`${value}\` duger inte som ${title}${says.sv}.`,
      en: `\`${value}\` will not do as ${title}${says.en}.`,
    },
    choices.length > 0
      ? { sv: `Välj bland ${choices.join(', ')}.`, en: `Choose among ${choices.join(', ')}.` }
      : { sv: `Så här: ${wanted?.sv ?? 'se hjälpen'}.`, en: `Like this: ${wanted?.en ?? 'see the help'}.` },
  )
}

const EMPTY: Said = { sv: 'Något måste stå här.', en: 'Something must stand here.' }
