import { openArchive } from '../archive/open.js'
import type { Archive } from '../model/archive.js'
import { type Command, OPTIONS } from '../model/command.js'
import { type Day, daysBetween } from '../model/day.js'
import { UserError } from '../model/failure.js'
import { hanging } from '../model/layout.js'
import { asJson, deliver } from '../model/output.js'
import { isSamePerson, properName } from '../model/people.js'
import type { World } from '../model/ports.js'
import { type Errand, type Reminder, type Urgency, urgencyOf } from '../model/reminder.js'
import type { Said } from '../model/said.js'
import { timelessScope } from '../model/scope.js'
import { shellWord } from '../model/shell-word.js'
import { nearest } from '../model/text.js'

export const command: Command = {
  name: 'status',
  aliases: ['läget'],
  about: {
    sv: 'visar vad som väntar, det mest brådskande först, och kommandot som tar hand om det',
    en: 'shows what waits, the most urgent first, and the command that sees to it',
  },
  arguments: [],
  options: [
    OPTIONS.archive,
    OPTIONS.group,
    {
      name: 'person',
      takes: { sv: 'NAMN', en: 'NAME' },
      values: 'people',
      about: { sv: 'bara det som vilar på en person', en: 'only what rests with one person' },
    },
    OPTIONS.format,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    { call: 'samverkan status', does: { sv: 'morgonens lista', en: 'the list of the morning' } },
    {
      call: 'samverkan status --person "Karin Nyhage"',
      does: { sv: 'det som väntar på Karin Nyhage', en: 'what waits for Karin Nyhage' },
    },
    {
      call: 'samverkan status --group lansgruppen --as-of 2024-12-01',
      does: {
        sv: 'hur det stod till den dagen; slutkoden är 1 när något är försenat',
        en: 'how it stood on that day; the exit code is 1 when something is late',
      },
    },
  ],
  async run(call, world) {
    const { archive } = await openArchive(world, call.value('archive'))
    const { REMINDERS } = await import('../reminders/index.js')
    const { group } = timelessScope(archive, call)
    const person = personAsked(archive, call.value('person'))
    const elsewhere = call.value('archive')
    const errands = REMINDERS.flatMap(reminder => errandsOf(reminder, archive))
      .map(errand => (elsewhere === undefined ? errand : inArchive(errand, elsewhere)))
      .filter(errand => group === undefined || errand.groups.includes(group))
      .filter(
        ({ people }) => person === undefined || people.some(each => isSamePerson(archive, each, person)),
      )
      .sort(byUrgency)
    deliver(
      call,
      world,
      call.value('format') === 'json'
        ? asJson({ schemaVersion: 1, today: archive.today, errands: errands.map(asData(world)) })
        : asText(errands, archive.today, world),
    )
    return errands.some(({ urgency }) => urgency === 'late') ? 1 : 0
  },
}

/** An errand, and how it stands on the day that is asked about. */
interface Standing extends Errand {
  readonly reminder: string
  readonly urgency: Urgency
  /** Whole days since its day; negative when that is still to come. */
  readonly days?: number
}

const errandsOf = ({ name, find }: Reminder, archive: Archive): readonly Standing[] =>
  [...find(archive)].map(errand => ({
    ...errand,
    reminder: name,
    urgency: urgencyOf(errand, archive.today),
    ...(errand.due !== undefined && { days: daysBetween(errand.due, archive.today) }),
  }))

/** The command of an errand works where it was asked for, also outside the archive's own folder. */
const inArchive = (errand: Standing, folder: string): Standing => ({
  ...errand,
  command: `${errand.command} --archive ${shellWord(folder)}`,
})

const URGENCIES: readonly Urgency[] = ['late', 'soon', 'open']

/** The most urgent first: by class, then the oldest day, then by what it concerns. */
const byUrgency = (a: Standing, b: Standing): number =>
  URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
  compare(a.due ?? '9999', b.due ?? '9999') ||
  compare(a.concerns, b.concerns) ||
  compare(a.reminder, b.reminder)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const TITLES: Readonly<Record<Urgency, Said>> = {
  late: { sv: 'Försenat', en: 'Late' },
  soon: { sv: 'Inom två veckor', en: 'Within two weeks' },
  open: { sv: 'Längre fram eller utan dag', en: 'Later, or without a day' },
}

function asText(errands: readonly Standing[], today: Day, { language, columns, paint }: World): string {
  if (errands.length === 0) {
    return language === 'sv' ? `Ingenting väntar den ${today}.\n` : `Nothing waits on ${today}.\n`
  }
  const parts = URGENCIES.flatMap(urgency => {
    const own = errands.filter(errand => errand.urgency === urgency)
    if (own.length === 0) return []
    const title = `${TITLES[urgency][language]} (${own.length})`
    const lines = own.flatMap(errand => [
      ...hanging(`${errand.says[language]}${sinceOf(errand)[language]}`, columns, '• '),
      `    ${paint.faint(errand.command)}`,
    ])
    return [[paint.strong(title), ...lines].join('\n')]
  })
  return `${parts.join('\n\n')}\n`
}

/** ` Försenat 12 dagar.` */
const sinceOf = ({ urgency, days = 0 }: Standing): Said =>
  urgency === 'late'
    ? {
        sv: ` Försenat ${days} ${days === 1 ? 'dag' : 'dagar'}.`,
        en: ` Late by ${days} ${days === 1 ? 'day' : 'days'}.`,
      }
    : { sv: '', en: '' }

const asData =
  ({ language }: World) =>
  ({ reminder, urgency, due, days, groups, people, concerns, says, command: fix }: Standing) => ({
    reminder,
    urgency,
    due: due ?? null,
    daysLate: days ?? null,
    groups,
    people,
    concerns,
    text: says[language],
    command: fix,
  })

/** @throws UserError when nobody, or more than one, has that name. */
function personAsked(archive: Archive, given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  if (archive.register.person(given) !== undefined) return properName(archive, given)
  const names = archive.register.people.map(({ name }) => name)
  const first = names.filter(name => name.toLowerCase().startsWith(`${given.toLowerCase()} `))
  const [only, ...others] = first
  if (only !== undefined && others.length === 0) return only
  const meant = nearest(given, names)
  throw new UserError(
    only === undefined
      ? { sv: `\`${given}\` finns inte i registret.`, en: `\`${given}\` is not in the register.` }
      : { sv: `Flera heter \`${given}\`.`, en: `Several are called \`${given}\`.` },
    only !== undefined
      ? { sv: `Skriv hela namnet: ${first.join(', ')}.`, en: `Write the whole name: ${first.join(', ')}.` }
      : meant === undefined
        ? {
            sv: 'Skriv namnet som i `register/personer.yaml`.',
            en: 'Write the name as in `register/personer.yaml`.',
          }
        : { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
  )
}
