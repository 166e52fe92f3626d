import { openArchive } from '../archive/open.js'
import { withDone } from '../archive/write-done.js'
import { partOf } from '../model/address.js'
import type { Action } from '../model/body.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import type { Day } from '../model/day.js'
import { dayAsked } from '../model/day-asked.js'
import { difference } from '../model/difference.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { broken } from '../model/line-breaks.js'
import { type Found, found } from '../model/lookup.js'
import { dayOfMeeting } from '../model/meeting.js'
import type { World } from '../model/ports.js'
import { mayBeRepeated } from '../model/repeatable.js'
import type { Said } from '../model/said.js'

export const command: Command = {
  name: 'done',
  aliases: ['klart'],
  about: {
    sv: 'kryssar ett uppdrag i protokollet där det gavs, med dag och gärna en anteckning',
    en: 'ticks an action in the protocol that gave it, with the day and, if you like, a note',
  },
  arguments: [
    {
      name: { sv: 'uppdrag', en: 'action' },
      about: {
        sv: 'uppdragets adress: `PROT-lansgruppen-2024-05-31 § 4 u1`',
        en: 'address of the action: `PROT-lansgruppen-2024-05-31 § 4 u1`',
      },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [
    OPTIONS.archive,
    {
      name: 'note',
      takes: { sv: 'TEXT', en: 'TEXT' },
      about: {
        sv: 'en anteckning under uppdraget, med samma dag',
        en: 'a note under the action, with the same day',
      },
    },
    {
      ...OPTIONS.date,
      about: {
        sv: 'dagen då det blev klart; i dag när ingen anges',
        en: 'the day on which it was done; today when none is given',
      },
    },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan done "PROT-lansgruppen-2024-12-04 § 5 u1"',
      does: { sv: 'klart i dag', en: 'done today' },
    },
    {
      call: 'samverkan done "MA-ekmo-2024-11-19 § 4a u1" --date 2024-12-18 --note "Analysen är skickad."',
      does: { sv: 'klart den dagen, med en anteckning', en: 'done on that day, with a note' },
    },
    {
      call: 'samverkan done "MA-ekmo-2024-11-19 § 4a u1" --dry-run',
      does: { sv: 'visar raderna', en: 'shows the lines' },
    },
  ],
  async run(call, world) {
    const { archive, at, writtenAt } = await openArchive(world, call.value('archive'))
    const what = found(archive, call.words[0] ?? '')
    const { document } = what
    const action = actionOf(what)
    const name = `${nameOf(document)} ${partOf(what.address)}`
    const day = dayGiven(call, document, world)
    const note = noteGiven(call.value('note'), day)
    const isNew = note !== undefined && !action.notes.includes(note)
    if (action.done && !isNew) {
      say(world, unchanged(name, action, note))
      return 0
    }
    const text = writtenAt(document.path)
    const changed =
      text === undefined
        ? undefined
        : withDone(text, document, action, { ...(!action.done && { day }), ...(isNew && { note }) })
    if (text === undefined || changed === undefined) throw byHand(name, document, action, day)
    if (call.has('dry-run')) {
      const shown = mayBeRepeated(document, action) ? difference(text, changed) : LEFT_OUT[world.language]
      world.print(`${document.path}:${action.line}\n${shown}\n`)
      return 0
    }
    world.disk.replace(at(document.path), changed)
    const { sv, en } = action.done ? NOTED : { sv: `är klart den ${day}`, en: `is done on ${day}` }
    say(world, {
      sv: `${name} ${sv}. Skrivet i ${document.path}, rad ${action.line}.`,
      en: `${name} ${en}. Written in ${document.path}, line ${action.line}.`,
    })
    return 0
  },
}

const NOTED = { sv: 'har fått en anteckning', en: 'has got a note' }

const LEFT_OUT = {
  sv: 'Raderna visas inte, för texten är inte öppen.',
  en: 'The lines are not shown, because the text is not open.',
}

const say = ({ print, language, columns }: World, said: Said): void =>
  print(`${broken(said[language], columns).join('\n')}\n`)

/** @throws UserError that says what the address leads to, when that is no action. */
function actionOf({ document, address, section, decision, action }: Found): Action {
  if (action !== undefined) return action
  const name = `${nameOf(document)} ${partOf(address)}`.trim()
  const { decision: _, ...place } = address
  const inside = document.body.actions.filter(
    each => section === undefined || each.address.startsWith(`${partOf(place)} u`),
  )
  const addresses = inside
    .slice(0, 12)
    .map(each => `\`${mayBeRepeated(document, each) ? each.address : 'u…'}\``)
    .join(', ')
  const is =
    decision !== undefined
      ? { sv: 'ett beslut', en: 'a decision' }
      : section !== undefined
        ? section.isParagraph
          ? { sv: 'en hel paragraf', en: 'a whole paragraph' }
          : { sv: 'en hel punkt', en: 'a whole item' }
        : { sv: 'ett helt dokument', en: 'a whole document' }
  throw new UserError(
    { sv: `\`${name}\` är ${is.sv}, inget uppdrag.`, en: `\`${name}\` is ${is.en}, not an action.` },
    inside.length === 0
      ? {
          sv: 'Där finns inget uppdrag. Kör `samverkan actions` för att se alla som är öppna.',
          en: 'There is no action there. Run `samverkan actions` to see all that are open.',
        }
      : {
          sv: `${inside.length === 1 ? 'Uppdraget' : 'Uppdragen'} där är ${addresses}.`,
          en: `${inside.length === 1 ? 'The action there is' : 'The actions there are'} ${addresses}.`,
        },
  )
}

/** @throws UserError for a day that has not been, and for one before the action was given. */
function dayGiven(call: Call, document: Document, { today }: World): Day {
  const day = dayAsked(call, 'date') ?? today
  if (day > today) {
    throw new UserError(
      { sv: `${day} har inte varit än.`, en: `${day} has not been yet.` },
      {
        sv: 'Skriv dagen då uppdraget blev klart, eller vänta tills det är gjort.',
        en: 'Write the day on which the action was done, or wait until it is.',
      },
    )
  }
  const meeting = dayOfMeeting(document)
  if (meeting !== undefined && day < meeting) {
    throw new UserError(
      {
        sv: `Uppdraget gavs först vid mötet ${meeting} och kan inte ha blivit klart ${day}.`,
        en: `The action was first given at the meeting on ${meeting} and cannot have been done on ${day}.`,
      },
      { sv: 'Rätta `--date`.', en: 'Correct `--date`.' },
    )
  }
  return day
}

/** The note as it is written: on one line, after its day. */
function noteGiven(given: string | undefined, day: Day): string | undefined {
  if (given === undefined) return undefined
  const words = given
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (words !== '') return `${day}: ${words}`
  throw new UserError(
    { sv: '`--note` är tom.', en: '`--note` is empty.' },
    {
      sv: 'Skriv vad som har hänt, eller utelämna `--note`.',
      en: 'Write what has happened, or leave `--note` out.',
    },
  )
}

function unchanged(name: string, { doneOn }: Action, note: string | undefined) {
  const when = doneOn === undefined ? '' : ` (${doneOn})`
  return note === undefined
    ? {
        sv: `${name} är redan klart${when}. Ingenting ändrat.`,
        en: `${name} is done already${when}. Nothing changed.`,
      }
    : {
        sv: `${name} är redan klart${when} och anteckningen finns där. Ingenting ändrat.`,
        en: `${name} is done already${when} and the note is there. Nothing changed.`,
      }
}

const byHand = (name: string, { path }: Document, { line }: Action, day: Day): UserError =>
  new UserError(
    {
      sv: `${name} kan inte kryssas utan att annat i texten ändras.`,
      en: `${name} cannot be ticked without changing something else in the text.`,
    },
    {
      sv: `Öppna ${path} på rad ${line}, skriv \`[x]\` i rutan och \`(klart ${day})\` sist i uppdraget.`,
      en: `Open ${path} at line ${line}, write \`[x]\` in the box and \`(klart ${day})\` last in the action.`,
    },
  )
