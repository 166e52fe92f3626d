import { adjustingRole } from '../archive/adjustment.js'
import { openArchive } from '../archive/open.js'
import { withWithdrawal } from '../archive/write-fields.js'
import { inFlow } from '../kinds/fill-template.js'
import { type Command, OPTIONS } from '../model/command.js'
import { dayAsked } from '../model/day-asked.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { wrapped } from '../model/layout.js'
import { found } from '../model/lookup.js'
import { meetingOf } from '../model/meeting.js'
import { properName } from '../model/people.js'
import { approvalsBy } from '../model/yet-to-adjust.js'

export const command: Command = {
  name: 'unapprove',
  aliases: ['ojustera'],
  about: {
    sv: 'tar tillbaka en egen justering, med skäl, medan protokollet är hos justerarna',
    en: 'takes back an adjustment of one’s own, with a reason, while the protocol is with the adjusters',
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
    { ...OPTIONS.as, about: { sv: 'den som justerade', en: 'who adjusted' } },
    {
      name: 'reason',
      takes: { sv: 'SKÄL', en: 'REASON' },
      about: {
        sv: 'varför; det står kvar i protokollet under återtagna',
        en: 'why; it stays in the protocol, under återtagna',
      },
    },
    {
      ...OPTIONS.date,
      about: {
        sv: 'dagen då den tas tillbaka; i dag när ingen anges',
        en: 'day on which it is taken back; today when none is given',
      },
    },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan unapprove PROT-lansgruppen-2024-12-04 --as "Karin Nyhage" --reason "Fel namn i § 4"',
      does: { sv: 'Karin Nyhage tar tillbaka sin rad', en: 'Karin Nyhage takes back her line' },
    },
  ],
  async run(call, world) {
    const { archive, writtenAt, at } = await openArchive(world, call.value('archive'))
    const { document } = found(archive, call.words[0] ?? '')
    const meeting = meetingOf(document)
    const name = properName(archive, call.value('as') ?? '')
    adjustingRole(name, meeting, archive)
    const day = dayAsked(call, 'date') ?? world.today
    if (document.status !== 'justering') throw notOpen(document)
    const [approval] = approvalsBy(name, meeting, archive)
    if (approval === undefined) throw notAdjusted(document, name)
    const reason = (call.value('reason') ?? '').trim()
    if (reason === '') throw noReason()
    const adjusted = approval.day === undefined ? '' : `, datum: ${approval.day}`
    const line = `{person: ${inFlow(name)}${adjusted}, återtaget: ${day}, skäl: ${JSON.stringify(reason)}}`
    const text = writtenAt(document.path) ?? ''
    if (call.has('dry-run')) {
      world.print(
        `${document.path}\n- justering: ${name}${approval.day === undefined ? '' : ` ${approval.day}`}\n+ återtagna: ${line}\n`,
      )
      return 0
    }
    world.disk.replace(at(document.path), withWithdrawal(text, Number(approval.field[1]), line))
    const says =
      world.language === 'sv'
        ? `${name} har tagit tillbaka sin justering av ${nameOf(document)} den ${day}. Skälet står under \`återtagna\`.`
        : `${name} has taken back the adjustment of ${nameOf(document)} on ${day}. The reason stands under \`återtagna\`.`
    world.print(`${wrapped(says, world.columns).join('\n')}\n`)
    return 0
  },
}

const notOpen = (document: Document): UserError =>
  new UserError(
    {
      sv: `${nameOf(document)} har status \`${document.status ?? 'ingen'}\`; en justering tas bara tillbaka i status \`justering\`.`,
      en: `${nameOf(document)} has the status \`${document.status ?? 'none'}\`; an adjustment is only taken back in status \`justering\`.`,
    },
    {
      sv: 'Ingenting har ändrats. Ska något i ett justerat protokoll rättas, skriv ett nytt dokument med `ersätter:` och låt det justeras.',
      en: 'Nothing was changed. If something in an adjusted protocol is to be corrected, write a new document with `ersätter:` and have it adjusted.',
    },
  )

const notAdjusted = (document: Document, name: string): UserError =>
  new UserError(
    {
      sv: `${name} har inte justerat ${nameOf(document)}.`,
      en: `${name} has not adjusted ${nameOf(document)}.`,
    },
    {
      sv: 'Det finns inget att ta tillbaka. Ingenting har ändrats.',
      en: 'There is nothing to take back. Nothing was changed.',
    },
  )

const noReason = (): UserError =>
  new UserError(
    {
      sv: '`--reason` saknas: varför tas justeringen tillbaka?',
      en: '`--reason` is missing: why is the adjustment taken back?',
    },
    {
      sv: 'Skriv det med en mening: `--reason "Fel namn i § 4"`. Ingenting har ändrats.',
      en: 'Write it in a sentence: `--reason "Wrong name in § 4"`. Nothing was changed.',
    },
  )
