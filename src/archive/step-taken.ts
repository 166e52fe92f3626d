import type { Archive } from '../model/archive.js'
import type { Call } from '../model/command.js'
import type { Day } from '../model/day.js'
import { deviationOf } from '../model/deviation.js'
import { type Need, needsOf } from '../model/deviation-needs.js'
import type { Step } from '../model/deviation-step.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { textOf } from '../model/fields.js'
import { groupOf } from '../model/group.js'
import { groupAsked } from '../model/group-asked.js'
import { groupsWith } from '../model/handover.js'
import type { DocumentKind } from '../model/kind.js'
import { properName } from '../model/people.js'
import type { World } from '../model/ports.js'
import { copiesLeft } from '../model/routing.js'
import { type Said, saidTogether } from '../model/said.js'
import { signaturesBy } from '../model/signer.js'
import { refuseUnlessPossible } from '../model/step-asked.js'
import type { OpenPremises } from './open.js'
import type { Rewritten } from './rewritten.js'
import { changesAsked, changesSet } from './step-answers.js'
import { type Change, hasGroup } from './step-written.js'

/** A step that is to be taken with a deviation, or only signatures and a hand-over. */
export interface StepWanted {
  readonly call: Call
  readonly kind: DocumentKind
  readonly to: Step | undefined
  /** The day of the step, the signatures and the hand-over. */
  readonly day: Day
  /** The archive as it would be with some changes in the deviation. */
  after(changes: readonly Change[]): Promise<Rewritten>
}

/**
 * Everything that is to be written for what was asked: fields, signatures, hand-over, the step with its day, and whom the
 * copies go to. Nothing when nothing was asked.
 * @throws UserError with all that is missing, where it cannot be asked for.
 */
export async function changesFor(
  wanted: StepWanted,
  open: OpenPremises,
  world: World,
): Promise<readonly Change[]> {
  const { call, kind, to, day, after } = wanted
  const { document, archive } = await after([])
  const set = changesSet(call, kind, open.builtIn.common, archive)
  const told = (await after(set)).document
  const signed = call.values('signed').flatMap(name => signaturesBy(name, told, archive))
  const first = [
    ...set,
    ...signed.map((field): Change => ({ field, value: day, how: 'put' })),
    ...handover(call, day, document, archive),
  ]
  if (to === undefined) return first
  const step = [...stepChanges(to, day, told, world.today), ...first]
  const filled = await withNeeds(step, wanted, open, world)
  const result = await after(filled)
  const copies =
    textOf(result.document.fields, 'ursprung') === 'observerad' ? [] : copiesLeft(result.document, archive)
  return [...filled, ...copies.map(({ to: value }): Change => ({ field: 'kopia_till', value, how: 'add' }))]
}

/** The status and its day, unless a day was written before. Whoever is reported is no longer only observed. */
function stepChanges(to: Step, day: Day, document: Document, today: Day): readonly Change[] {
  const { dates } = deviationOf(document)
  const isReport = to === 'rapporterad' || dates.rapporterad !== undefined
  refuseUnlessPossible(dates[to] ?? day, to, document, today)
  return [
    { field: 'status', value: to, how: 'put' },
    ...(isReport && textOf(document.fields, 'ursprung') !== 'inkommen'
      ? [{ field: 'ursprung', value: 'inkommen', how: 'put' } as const]
      : []),
    ...(dates[to] === undefined ? [{ field: to, value: day, how: 'put' } as const] : []),
  ]
}

/** Asks for what the step needs, or refuses with all of it. What is written in the text cannot be asked for. */
async function withNeeds(
  changes: readonly Change[],
  { kind, to, after }: StepWanted,
  { builtIn }: OpenPremises,
  world: World,
): Promise<readonly Change[]> {
  const { document, archive } = await after(changes)
  const needs = to === undefined ? [] : needsOf(document, to, archive)
  if (needs.length === 0) return changes
  if (!world.isInteractive || needs.some(({ field }) => field === undefined))
    throw lacking(document, to, needs)
  const answers = await changesAsked(needs, kind, builtIn.common, archive, world)
  const filled = [...changes, ...answers]
  const left = to === undefined ? [] : needsOf((await after(filled)).document, to, archive)
  if (left.length > 0) throw lacking(document, to, left)
  return filled
}

/** @throws UserError for a group that is not there or has it already, and without somebody who hands over. */
function handover(call: Call, day: Day, document: Document, archive: Archive): readonly Change[] {
  const given = call.value('hand-over')
  if (given === undefined) return []
  const to = groupOf(groupAsked(archive, given)).slug
  if (groupsWith(document.fields).includes(to)) {
    throw new UserError(
      {
        sv: `${to} har redan ${nameOf(document)} framför sig.`,
        en: `${to} has ${nameOf(document)} before it already.`,
      },
      { sv: 'Ingenting har skrivits.', en: 'Nothing was written.' },
    )
  }
  const by = call.value('as')
  if (by === undefined) {
    throw new UserError(
      { sv: '`--as` saknas: vem lämnar över?', en: '`--as` is missing: who hands over?' },
      {
        sv: 'Skriv ett namn, till exempel `--as "Alva Ask"`.',
        en: 'Write a name, such as `--as "Alva Ask"`.',
      },
    )
  }
  return [
    {
      field: 'överlämnad',
      value: Object.assign(Object.create(null), { till: to, datum: day, av: properName(archive, by) }),
      how: 'add',
    },
  ]
}

function lacking(document: Document, to: Step | undefined, needs: readonly Need[]): UserError {
  const list = (language: 'sv' | 'en') => needs.map(({ is }) => `\n- ${is[language]}`).join('')
  const name = nameOf(document)
  const inText = needs.some(({ field }) => field === undefined)
  const hasManager = hasGroup(document, 'chef')
  const fields = needs.flatMap(({ field }) => field ?? [])
  const example = fields.find(field => field !== 'chef.underskrift' || hasManager)
  const set = `\`--set ${example}=…\``
  const ways: Said =
    example === undefined
      ? { sv: `Skriv det i \`${document.path}\``, en: `Write it in \`${document.path}\`` }
      : saidTogether(
          [
            fields.length === 1
              ? { sv: `Ange fältet med ${set}`, en: `Give the field with ${set}` }
              : { sv: `Ange fälten med ${set} och så vidare`, en: `Give the fields with ${set} and so on` },
            ...(inText
              ? [{ sv: `skriv resten i \`${document.path}\``, en: `write the rest in \`${document.path}\`` }]
              : []),
          ],
          '; ',
        )
  return new UserError(
    {
      sv: `${name} kan inte bli \`${to}\` än. Det här saknas:${list('sv')}`,
      en: `${name} cannot become \`${to}\` yet. This is missing:${list('en')}`,
    },
    {
      sv: `${ways.sv}. Ingenting har skrivits.`,
      en: `${ways.en}. Nothing was written.`,
    },
  )
}
