import { judge } from '../archive/judge.js'
import { completed } from '../archive/load.js'
import { openPremises } from '../archive/open.js'
import { type Rewritten, rewritten } from '../archive/rewritten.js'
import { changesFor } from '../archive/step-taken.js'
import { type Change, changeLines, withChanges } from '../archive/step-written.js'
import { type Command, OPTIONS } from '../model/command.js'
import { dayAsked } from '../model/day-asked.js'
import { deviationOf } from '../model/deviation.js'
import { isBetweenTwo } from '../model/deviation-process.js'
import { nextStep, progressLines } from '../model/deviation-progress.js'
import type { Step } from '../model/deviation-step.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { handoversIn } from '../model/handover.js'
import { kindNamed } from '../model/kind-named.js'
import { broken } from '../model/line-breaks.js'
import { found } from '../model/lookup.js'
import { copiesOf } from '../model/routing.js'
import { enumerated, type Language, type Said } from '../model/said.js'
import { stepAsked } from '../model/step-asked.js'

export const command: Command = {
  name: 'advance',
  aliases: ['för-vidare'],
  about: {
    sv: 'för en avvikelse vidare till nästa steg, eller visar vad steget behöver',
    en: 'takes a deviation to its next step, or shows what the step needs',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: { sv: 'avvikelsens id', en: 'id of the deviation' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [
    OPTIONS.archive,
    {
      name: 'to',
      takes: { sv: 'STEG', en: 'STEP' },
      about: {
        sv: 'rapporterad, mottagen, chefskontakt, analyserad, beslutad, återkopplad, uppföljd eller avslutad',
        en: 'reported, received, manager-contact, analysed, decided, answered, followed-up or closed',
      },
    },
    {
      ...OPTIONS.date,
      about: {
        sv: 'dagen för steget, underskriften eller överlämningen; i dag när ingen anges',
        en: 'day of the step, the signature or the hand-over; today when none is given',
      },
    },
    {
      name: 'set',
      takes: { sv: 'FÄLT=VÄRDE', en: 'FIELD=VALUE' },
      repeated: true,
      about: {
        sv: 'det som steget behöver: chefskontakt=2024-05-31, chef="Alva Ask", behandlas_i="PROT-… § 4"; får upprepas',
        en: 'what the step needs: chefskontakt=2024-05-31, chef="Alva Ask", behandlas_i="PROT-… § 4"; may be repeated',
      },
    },
    {
      name: 'signed',
      takes: { sv: 'NAMN', en: 'NAME' },
      repeated: true,
      values: 'people',
      about: {
        sv: 'rapportören eller närmaste chefen har skrivit under; får upprepas',
        en: 'the reporter or the nearest manager has signed; may be repeated',
      },
    },
    {
      name: 'hand-over',
      takes: { sv: 'GRUPP', en: 'GROUP' },
      values: 'groups',
      about: {
        sv: 'lämna över till en annan grupp, som också har den framför sig; kräver --as',
        en: 'hand over to another group, which has it before it too; needs --as',
      },
    },
    { ...OPTIONS.as, about: { sv: 'den som lämnar över', en: 'who hands over' } },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan advance AVV-2024-swqm',
      does: {
        sv: 'var den är, nästa steg och vad det behöver',
        en: 'where it is, the next step and its needs',
      },
    },
    {
      call: 'samverkan advance AVV-2024-swqm --to mottagen',
      does: { sv: 'mottagen i dag', en: 'received today' },
    },
    {
      call: 'samverkan advance AVV-2024-swqm --signed "Lisbet Grandell" --date 2024-12-11',
      does: { sv: 'chefen har skrivit under', en: 'the manager has signed' },
    },
    {
      call: 'samverkan advance AVV-2024-swqm --hand-over ekmo --as "Lisbet Grandell"',
      does: {
        sv: 'den andra kommunens grupp ser den också',
        en: 'the other municipality’s group sees it too',
      },
    },
  ],
  async run(call, world) {
    const open = await openPremises(world, call.value('archive'))
    const archive = await completed(open.premises)
    const { document } = found(archive, call.words[0] ?? '')
    if (document.typ !== 'avvikelse') throw noDeviation(document)
    const given = call.value('to')
    const to = given === undefined ? undefined : stepAsked(given, document, archive)
    const day = dayAsked(call, 'date') ?? world.today
    const text = open.writtenAt(document.path) ?? ''
    const after = (changes: readonly Change[]) =>
      rewritten(document, withChanges(text, document, changes), archive, open)
    const kind = kindNamed(archive, 'avvikelse')
    const changes = await changesFor({ call, kind, to, day, after }, open, world)
    if (changes.length === 0) {
      world.print(`${progressLines(document, archive, world).join('\n')}\n`)
      return 0
    }
    const result = await after(changes)
    await refuseUnlessSound(await after([]), result)
    if (call.has('dry-run')) {
      world.print(`${document.path}\n${changeLines(changes).join('\n')}\n`)
      return 0
    }
    world.disk.replace(open.at(document.path), withChanges(text, document, changes))
    for (const said of outcome(result, to, changes))
      world.print(`${broken(said[world.language], world.columns).join('\n')}\n`)
    return 0
  },
}

/** @throws UserError with the errors that the rules would find in the deviation, beside those that it has already. */
async function refuseUnlessSound(before: Rewritten, result: Rewritten): Promise<void> {
  const { document } = result
  const known = new Set((await errorsIn(before)).map(({ says }) => says.sv))
  const errors = (await errorsIn(result)).filter(({ says }) => !known.has(says.sv))
  if (errors.length === 0) return
  const shown = (language: Language) => errors.map(({ says }) => `\n- ${says[language]}`).join('')
  throw new UserError(
    {
      sv: `${nameOf(document)} skulle få fel:${shown('sv')}`,
      en: `${nameOf(document)} would have errors:${shown('en')}`,
    },
    {
      sv: `Rätta det i \`${document.path}\` eller i det du har angett. Ingenting har skrivits.`,
      en: `Mend that in \`${document.path}\` or in what you have given. Nothing was written.`,
    },
  )
}

async function errorsIn({ archive, document, textOf }: Rewritten): Promise<readonly Diagnostic[]> {
  const { RULES } = await import('../rules/index.js')
  const { diagnostics } = judge({ archive, rules: RULES, judges: path => path === document.path, textOf })
  return diagnostics.filter(({ level }) => level === 'error')
}

/** What has been done, who is to be told, and what comes next. */
function outcome(
  { document, archive }: Rewritten,
  to: Step | undefined,
  changes: readonly Change[],
): readonly Said[] {
  const name = nameOf(document)
  const added = new Set(changes.filter(({ field }) => field === 'kopia_till').map(({ value }) => value))
  const copies = copiesOf(document, archive).filter(({ to: value }) => added.has(value))
  const next = nextStep(document)
  const isHanded = handoversIn(document.fields).length > 0
  const handed = changes.some(({ field }) => field === 'överlämnad')
    ? handoversIn(document.fields).at(-1)
    : undefined
  const signatures = changes.filter(({ field }) => field in SIGNED)
  const day = changes.find(({ field }) => field === to)?.value ?? document.fields[to ?? '']
  return [
    ...signatures.map(({ field, value }) => ({
      sv: `${name}: ${SIGNED[field]?.sv} har skrivit under ${value}.`,
      en: `${name}: ${SIGNED[field]?.en} signed on ${value}.`,
    })),
    ...(handed === undefined
      ? []
      : [
          {
            sv: `${name} är överlämnad till ${handed.to} ${handed.on}. Båda grupperna har den framför sig tills den är avslutad.`,
            en: `${name} was handed over to ${handed.to} on ${handed.on}. Both groups have it before them until it is closed.`,
          },
        ]),
    ...(to === undefined
      ? []
      : [{ sv: `${name} är \`${to}\` ${day}.`, en: `${name} is \`${to}\` on ${day}.` }]),
    ...(copies.length === 0 ? [] : [send(copies.map(copy => (copy.isKnown ? copy.to : undefined)))]),
    ...(to !== undefined && isBetweenTwo(deviationOf(document), archive) && !isHanded
      ? [betweenTwo(name)]
      : []),
    ...(to === undefined && signatures.length + (handed === undefined ? 0 : 1) === 0
      ? [{ sv: `${name} är ändrad.`, en: `${name} has been changed.` }]
      : []),
    ...(to === undefined || next === undefined
      ? []
      : [
          {
            sv: `Nästa steg: \`samverkan advance ${name} --to ${next}\`.`,
            en: `Next step: \`samverkan advance ${name} --to ${next}\`.`,
          },
        ]),
  ]
}

const SIGNED: Readonly<Record<string, Said>> = {
  rapportör_underskrift: { sv: 'rapportören', en: 'the reporter' },
  'chef.underskrift': { sv: 'närmaste chefen', en: 'the nearest manager' },
}

const betweenTwo = (name: string): Said => ({
  sv: `Den rör två kommuner. Den andra kommunens grupp får den med \`samverkan advance ${name} --hand-over GRUPP --as NAMN\`.`,
  en: `It is between two municipalities. The group of the other gets it with \`samverkan advance ${name} --hand-over GROUP --as NAME\`.`,
})

const send = (names: readonly (string | undefined)[]): Said => ({
  sv: `Skicka kopia till ${enumerated(names.map(each => each ?? 'den berörda parten')).sv}; det står i \`kopia_till\`.`,
  en: `Send a copy to ${enumerated(names.map(each => each ?? 'the concerned party')).en}; it stands in \`kopia_till\`.`,
})

const noDeviation = (document: Document): UserError =>
  new UserError(
    { sv: `${nameOf(document)} är ingen avvikelse.`, en: `${nameOf(document)} is no deviation.` },
    {
      sv: 'Bara avvikelser går i steg. Ett ärende lyfts med `samverkan lift`.',
      en: 'Only deviations go by steps. A matter is lifted with `samverkan lift`.',
    },
  )
