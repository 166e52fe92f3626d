import { judge } from '../archive/judge.js'
import { type OpenArchive, openArchive } from '../archive/open.js'
import { withAdjustment } from '../archive/write-fields.js'
import { yamlText } from '../kinds/fill-template.js'
import { type Command, OPTIONS } from '../model/command.js'
import { dayAsked } from '../model/day-asked.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { found } from '../model/lookup.js'
import { type Meeting, meetingOf } from '../model/meeting.js'
import { isSamePerson, properName } from '../model/people.js'
import { enumerated } from '../model/said.js'

export const command: Command = {
  name: 'approve',
  aliases: ['justera'],
  about: {
    sv: 'justerar ett protokoll: skriver in vem, när och ett sigill över innehållet',
    en: 'adjusts a protocol: writes in who, when and a seal over its content',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: { sv: 'protokollets id', en: 'id of the protocol' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [
    OPTIONS.archive,
    {
      name: 'as',
      takes: { sv: 'NAMN', en: 'NAME' },
      values: 'people',
      about: { sv: 'den som justerar', en: 'who adjusts' },
    },
    {
      name: 'date',
      short: 'd',
      takes: { sv: 'DATUM', en: 'DATE' },
      about: {
        sv: 'dagen för justeringen; i dag när ingen anges',
        en: 'day of the adjustment; today when none is given',
      },
    },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan approve PROT-lansgruppen-2024-12-04 --as "Karin Nyhage"',
      does: { sv: 'Karin Nyhage justerar', en: 'Karin Nyhage adjusts' },
    },
    {
      call: 'samverkan approve PROT-lansgruppen-2024-12-04 --as "Karin Nyhage" --dry-run',
      does: { sv: 'visar raden', en: 'shows the line' },
    },
  ],
  async run(call, world) {
    const open = await openArchive(world, call.value('archive'))
    const { archive, textOf, at } = open
    const { document } = found(archive, call.words[0] ?? '')
    const meeting = meetingOf(document)
    const name = properName(archive, call.value('as') ?? '')
    const role = roleOf(name, meeting, open)
    const day = dayAsked(call, 'date') ?? world.today
    await refuseUnlessReady(document, open)
    refuseIfDone(document, meeting, name, open)
    const line = `{person: ${yamlText(name)}, roll: ${role}, datum: ${day}, sigill: "${archive.sealOf(document)}"}`
    if (call.has('dry-run')) {
      world.print(`${document.path}\n+   - ${line}\n`)
      return 0
    }
    world.disk.replace(at(document.path), withAdjustment(textOf(document.path) ?? '', line))
    const left = meeting.adjusters
      .map(each => each.name)
      .filter(each => !isSamePerson(archive, each, name) && !hasApproved(meeting, each, open))
    const waiting = enumerated(left)
    const sv =
      left.length === 0 ? 'Alla justerare har justerat: sätt `status: justerat`.' : `Kvar: ${waiting.sv}.`
    const en =
      left.length === 0 ? 'All adjusters have adjusted: set `status: justerat`.' : `Left: ${waiting.en}.`
    world.print(
      world.language === 'sv'
        ? `${name} har justerat ${nameOf(document)} den ${day}. ${sv}\n`
        : `${name} has adjusted ${nameOf(document)} on ${day}. ${en}\n`,
    )
    return 0
  },
}

/** Only the chosen adjusters and the chair adjust. */
function roleOf(name: string, meeting: Meeting, { archive }: OpenArchive): string {
  if (name !== '' && meeting.adjusters.some(each => isSamePerson(archive, each.name, name)))
    return 'justerare'
  if (name !== '' && meeting.chair !== undefined && isSamePerson(archive, meeting.chair.name, name))
    return 'ordförande'
  const chosen = [
    ...meeting.adjusters.map(each => each.name),
    ...(meeting.chair === undefined ? [] : [meeting.chair.name]),
  ]
  const all = enumerated(chosen)
  throw new UserError(
    name === ''
      ? { sv: '`--as` saknas: vem är det som justerar?', en: '`--as` is missing: who is it that adjusts?' }
      : {
          sv: `${name} är varken justerare eller ordförande för mötet.`,
          en: `${name} is neither an adjuster nor the chair of the meeting.`,
        },
    chosen.length === 0
      ? {
          sv: 'Skriv in justerarna i fältet `justerare` först.',
          en: 'Write the adjusters in the field `justerare` first.',
        }
      : { sv: `De som kan justera är ${all.sv}.`, en: `Those who can adjust are ${all.en}.` },
  )
}

async function refuseUnlessReady(document: Document, { archive, textOf }: OpenArchive): Promise<void> {
  if (document.status !== 'justering') {
    throw new UserError(
      {
        sv: `${nameOf(document)} har status \`${document.status ?? 'ingen'}\` och är inte klart att justera.`,
        en: `${nameOf(document)} has the status \`${document.status ?? 'none'}\` and is not ready to be adjusted.`,
      },
      {
        sv: 'Sätt `status: justering` när texten är klar.',
        en: 'Set `status: justering` when the text is finished.',
      },
    )
  }
  const { RULES } = await import('../rules/index.js')
  const rules = RULES.filter(({ name }) => name !== 'justering-saknas')
  const { diagnostics } = judge({ archive, rules, judges: path => path === document.path, textOf })
  const errors = diagnostics.filter(({ level }) => level === 'error').length
  if (errors === 0) return
  throw new UserError(
    {
      sv: `${nameOf(document)} har ${errors} fel och kan inte justeras än.`,
      en: `${nameOf(document)} has ${errors} ${errors === 1 ? 'error' : 'errors'} and cannot be adjusted yet.`,
    },
    {
      sv: `Kör \`samverkan validate ${document.path}\` och rätta dem först.`,
      en: `Run \`samverkan validate ${document.path}\` and mend them first.`,
    },
  )
}

function refuseIfDone(document: Document, meeting: Meeting, name: string, open: OpenArchive): void {
  if (!hasApproved(meeting, name, open)) return
  throw new UserError(
    {
      sv: `${name} har redan justerat ${nameOf(document)}.`,
      en: `${name} has already adjusted ${nameOf(document)}.`,
    },
    { sv: 'Ingenting har ändrats.', en: 'Nothing was changed.' },
  )
}

const hasApproved = ({ approvals }: Meeting, name: string, { archive }: OpenArchive): boolean =>
  approvals.some(({ person }) => isSamePerson(archive, person, name))
