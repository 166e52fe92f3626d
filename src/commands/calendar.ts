import { openArchive } from '../archive/open.js'
import { timesChanged } from '../archive/times-changed.js'
import { asIcs, calendarDomain } from '../exchange/ics.js'
import { EVENT_SORTS, type EventSort } from '../model/calendar-event.js'
import { calendarEvents } from '../model/calendar-events.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { UserError } from '../model/failure.js'
import { asJson, deliver } from '../model/output.js'
import type { World } from '../model/ports.js'
import { choices } from '../model/said.js'
import { scopeOf } from '../model/scope.js'
import { nearest } from '../model/text.js'

export const command: Command = {
  name: 'calendar',
  aliases: ['kalender'],
  about: {
    sv: 'skriver möten, frister, uppföljningar och uppdrag som en kalenderfil (.ics)',
    en: 'writes meetings, deadlines, follow-ups and actions as a calendar file (.ics)',
  },
  arguments: [],
  options: [
    OPTIONS.archive,
    { ...OPTIONS.group, about: { sv: 'bara en grupp', en: 'one group only' } },
    OPTIONS.year,
    OPTIONS.half,
    OPTIONS.from,
    OPTIONS.to,
    {
      name: 'only',
      takes: { sv: 'VAD', en: 'WHAT' },
      repeated: true,
      values: EVENT_SORTS,
      about: {
        sv: 'bara möten (meetings), frister (deadlines), uppföljningar (follow-ups) eller uppdrag (actions); kan anges flera gånger',
        en: 'only meetings, deadlines, follow-ups or actions; may be given several times',
      },
    },
    { ...OPTIONS.format, values: ['ics', 'json'] },
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    {
      call: 'samverkan calendar --group lansgruppen --out lansgruppen.ics',
      does: {
        sv: 'allt som rör en grupp, att öppna i kalendern',
        en: 'all of a group, to open in the calendar',
      },
    },
    {
      call: 'samverkan calendar --from 2025-01 --only meetings --out moten.ics',
      does: {
        sv: 'alla grupper, bara möten, från januari 2025',
        en: 'all groups, only meetings, from January 2025',
      },
    },
  ],
  async run(call, world) {
    const sorts = sortsAsked(call)
    const format = formatAsked(call)
    const { archive, top } = await openArchive(world, call.value('archive'))
    const scope = scopeOf(archive, call, 'never')
    const changes = await timesChanged(archive, top, world.history)
    const events = calendarEvents(archive, scope, sorts, world.language, changes)
    const { name } = archive.settings
    const domain = calendarDomain(name)
    deliver(
      call,
      world,
      format === 'json'
        ? asJson({
            schemaVersion: 1,
            events: events.map(event => ({ uid: `${event.key}@${domain}`, ...event })),
          })
        : asIcs({ name, domain, events }),
    )
    if (call.value('out') !== undefined || events.length === 0) world.remark(counted(events.length, world))
    return 0
  },
}

const counted = (count: number, { language }: World): string =>
  language === 'sv'
    ? `Kalendern har ${count} ${count === 1 ? 'händelse' : 'händelser'}.`
    : `The calendar has ${count} ${count === 1 ? 'event' : 'events'}.`

const SORTS: ReadonlyMap<string, EventSort> = new Map([
  ...EVENT_SORTS.map(sort => [sort, sort] as const),
  ['möten', 'meetings'],
  ['frister', 'deadlines'],
  ['uppföljningar', 'follow-ups'],
  ['uppdrag', 'actions'],
])

function sortsAsked(call: Call): ReadonlySet<EventSort> {
  const asked = call.values('only').flatMap(value => value.split(','))
  if (asked.length === 0) return new Set(EVENT_SORTS)
  return new Set(
    asked.map(value => {
      const sort = SORTS.get(value.trim())
      if (sort !== undefined) return sort
      throw unknown('--only', value, EVENT_SORTS, SORTS.keys())
    }),
  )
}

function formatAsked(call: Call): 'ics' | 'json' {
  const format = call.value('format') ?? 'ics'
  if (format === 'ics' || format === 'json') return format
  throw unknown('--format', format, ['ics', 'json'], ['ics', 'json'])
}

function unknown(
  option: string,
  value: string,
  offered: readonly string[],
  known: Iterable<string>,
): UserError {
  const meant = nearest(value, known)
  const among = choices(offered)
  return new UserError(
    { sv: `\`${option} ${value}\` finns inte.`, en: `There is no \`${option} ${value}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Välj ${among.sv}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Choose ${among.en}.`,
    },
  )
}
