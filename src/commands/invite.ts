import { enclosuresOf } from '../archive/enclosures.js'
import { judge } from '../archive/judge.js'
import { completed } from '../archive/load.js'
import { type OpenPremises, openPremises } from '../archive/open.js'
import { type Rewritten, rewritten } from '../archive/rewritten.js'
import { timesChanged } from '../archive/times-changed.js'
import { withTexts } from '../archive/write-fields.js'
import { asEml, type MailDraft } from '../exchange/eml.js'
import { agendaAsked } from '../model/agenda-asked.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { dayAsked } from '../model/day-asked.js'
import { difference } from '../model/difference.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { hanging } from '../model/layout.js'
import { broken } from '../model/line-breaks.js'
import { meetingOf } from '../model/meeting.js'
import { meetingEvent } from '../model/meeting-events.js'
import { asJson, deliver } from '../model/output.js'
import type { World } from '../model/ports.js'
import type { Language, Said } from '../model/said.js'
import { scheduledMeetings } from '../model/scheduled-meeting.js'

export const command: Command = {
  name: 'invite',
  aliases: ['inbjudan'],
  about: {
    sv: 'gör ett e-postutkast av en kallelse, med bilagor och kalenderfil; ingenting skickas',
    en: 'makes a draft of a mail of an agenda, with attachments and calendar file; nothing is sent',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: { sv: 'kallelsens id', en: 'id of the agenda' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [
    OPTIONS.archive,
    {
      ...OPTIONS.out,
      about: {
        sv: 'utkastets fil; annars kallelsens id med .eml, där du står',
        en: 'file of the draft; else the id of the agenda with .eml, where you stand',
      },
    },
    OPTIONS.force,
    {
      name: 'sent',
      about: {
        sv: 'skriv in i kallelsen att den är utskickad; gör inget utkast',
        en: 'write into the agenda that it has been sent; makes no draft',
      },
    },
    {
      ...OPTIONS.date,
      about: {
        sv: 'dagen då den skickades, med --sent; i dag när ingen anges',
        en: 'day on which it was sent, with --sent; today when none is given',
      },
    },
    OPTIONS.format,
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan invite KAL-lansgruppen-2025-02-12',
      does: {
        sv: 'ett utkast att öppna i e-postprogrammet, läsa och skicka',
        en: 'a draft to open in the mail program, read and send',
      },
    },
    {
      call: 'samverkan invite KAL-lansgruppen-2025-02-12 --sent',
      does: { sv: 'skriver in att den är skickad', en: 'writes in that it has been sent' },
    },
  ],
  async run(call, world) {
    const open = await openPremises(world, call.value('archive'))
    const archive = await completed(open.premises)
    const agenda = agendaAsked(archive, call.words[0] ?? '')
    const day = dayAsked(call, 'date') ?? world.today
    const text = open.writtenAt(agenda.path) ?? ''
    const asSent =
      agenda.status === 'utkast'
        ? withTexts(text, [
            ['status', 'utskickad'],
            ['utskickad', day],
          ])
        : text
    const sent = await rewritten(agenda, asSent, archive, open)
    await refuseUnlessReady(sent)
    if (call.has('sent')) return markSent(agenda, { text, asSent, day }, open, call, world)
    const { draft, without } = await draftOf(sent, open.top, world)
    const file = `${nameOf(agenda)}.eml`
    if (!call.has('dry-run')) deliver(call, world, asEml(draft), file)
    world.print(
      call.value('format') === 'json'
        ? asJson({
            schemaVersion: 1,
            id: nameOf(agenda),
            subject: draft.subject,
            from: draft.from ?? null,
            to: draft.to,
            cc: draft.cc,
            withoutAddress: without,
            attachments: draft.attachments.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
          })
        : addressed(draft, world),
    )
    if (without.length > 0) world.remark(lines(withoutAddress(without), world))
    if (!call.has('dry-run')) world.remark(lines(toDo(nameOf(agenda), agenda.status !== 'utkast'), world))
    return 0
  },
}

/** @throws UserError with everything that would be wrong with the agenda if it were sent as it is. */
async function refuseUnlessReady({ archive, document, textOf }: Rewritten): Promise<void> {
  const { RULES } = await import('../rules/index.js')
  const { diagnostics } = judge({ archive, rules: RULES, judges: path => path === document.path, textOf })
  const errors = diagnostics.filter(({ level }) => level === 'error')
  if (errors.length === 0) return
  const shown = (language: Language) =>
    errors.slice(0, SHOWN).map(({ says, span }) => `\n- ${LINE[language]} ${span.line}: ${says[language]}`)
  const more = errors.length - SHOWN
  throw new UserError(
    {
      sv: `${nameOf(document)} är inte klar att skickas:${shown('sv').join('')}${more > 0 ? `\n- och ${more} fel till` : ''}`,
      en: `${nameOf(document)} is not ready to be sent:${shown('en').join('')}${more > 0 ? `\n- and ${more} errors more` : ''}`,
    },
    {
      sv: `Rätta det i \`${document.path}\` och försök igen.`,
      en: `Mend that in \`${document.path}\` and try again.`,
    },
  )
}

const SHOWN = 8
const LINE: Said = { sv: 'rad', en: 'line' }

function markSent(
  agenda: Document,
  { text, asSent, day }: { readonly text: string; readonly asSent: string; readonly day: string },
  { at }: OpenPremises,
  call: Call,
  world: World,
): 0 {
  const name = nameOf(agenda)
  const say = (said: Said) => world.print(`${lines(said, world)}\n`)
  const status = agenda.status ?? '–'
  if (text === asSent) {
    say({
      sv: `${name} har redan status \`${status}\`. Ingenting har ändrats.`,
      en: `${name} has the status \`${status}\` already. Nothing has been changed.`,
    })
    return 0
  }
  if (call.has('dry-run')) {
    world.print(`${agenda.path}\n${difference(text, asSent)}\n`)
    return 0
  }
  world.disk.replace(at(agenda.path), asSent)
  say({ sv: `${name} är utskickad den ${day}.`, en: `${name} was sent on ${day}.` })
  return 0
}

/** The draft, and the names of those who have no address in the register. */
async function draftOf(
  { archive, document: agenda, textOf }: Rewritten,
  top: string,
  { disk, history, language, today }: World,
): Promise<{ readonly draft: MailDraft; readonly without: readonly string[] }> {
  const enclosures = enclosuresOf(agenda, archive, top, disk)
  const meeting = scheduledMeetings(archive, meetingOf(agenda).group ?? '').find(
    each => each.agenda === agenda,
  )
  const changes = await timesChanged(archive, top, history)
  const event = meeting === undefined ? undefined : meetingEvent(meeting, archive, language, changes)
  const text = textOf(agenda.path) ?? ''
  const { agendaDraft } = await import('../exchange/agenda-draft.js')
  return agendaDraft({ agenda, text, enclosures, event }, archive, language, today)
}

const addressed = ({ to, cc, attachments }: MailDraft, { language, columns }: World): string =>
  [
    { is: WORDS[language].to, names: to.length === 0 ? ['–'] : to.map(({ name }) => name) },
    { is: WORDS[language].cc, names: cc.map(({ name }) => name) },
    { is: WORDS[language].attached, names: attachments.map(({ name }) => name) },
  ]
    .filter(({ names }) => names.length > 0)
    .flatMap(({ is, names }) => hanging(names.join(', '), columns, `${is}: `))
    .join('\n')
    .concat('\n')

const WORDS = {
  sv: { to: 'Till', cc: 'Kopia', attached: 'Med' },
  en: { to: 'To', cc: 'Cc', attached: 'With' },
}

/** What is left to do once there is a draft. */
const toDo = (name: string, isSent: boolean): Said =>
  isSent
    ? {
        sv: 'Öppna filen i ditt e-postprogram, läs och skicka.',
        en: 'Open the file in your mail program, read and send.',
      }
    : {
        sv: `Öppna filen i ditt e-postprogram, läs och skicka. Skriv sedan in det: \`samverkan invite ${name} --sent\`.`,
        en: `Open the file in your mail program, read and send. Then write it in: \`samverkan invite ${name} --sent\`.`,
      }

const withoutAddress = (names: readonly string[]): Said => ({
  sv: `Utan e-postadress i register/personer.yaml, och därför inte med: ${names.join(', ')}.`,
  en: `Without an e-mail address in register/personer.yaml, and so left out: ${names.join(', ')}.`,
})

const lines = (said: Said, { language, columns }: World): string => broken(said[language], columns).join('\n')
