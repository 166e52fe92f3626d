import { wasThere } from './attendance.js'
import type { AttendanceAsked } from './attendance-asked.js'
import { partiesUnheard } from './attendance-parties.js'
import { withUnaccounted } from './attendance-people.js'
import { periodWords } from './period-words.js'
import { enumerated, type Said, saidTogether } from './said.js'

/** What a steering group wants to know of attendance: how many came, who was not heard, and what nobody can tell. */
export function attendanceSummary(asked: AttendanceAsked): readonly Said[] {
  const { meetings, compared } = asked
  if (meetings.length === 0)
    return [
      {
        sv: 'Inga anteckningar eller protokoll visar vilka som var med.',
        en: 'No minutes or protocols tell who was there.',
      },
    ]
  return [saidTogether([howMany(asked), ...substitutes(compared.items)]), ...unheard(asked), ...untold(asked)]
}

function howMany({ meetings, compared: { items, before } }: AttendanceAsked): Said {
  const there = items.filter(wasThere).length
  const held = {
    sv: `${meetings.length} ${meetings.length === 1 ? 'möte' : 'möten'}.`,
    en: `${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}.`,
  }
  if (items.length === 0) return held
  const earlier = before?.items
  const then =
    before === undefined || earlier === undefined || earlier.length === 0 ? undefined : before.period
  const against =
    then === undefined || earlier === undefined
      ? { sv: '', en: '' }
      : {
          sv: `, mot ${percent(earlier.filter(wasThere).length, earlier.length, 'sv')} under ${periodWords(then).sv}`,
          en: `, against ${percent(earlier.filter(wasThere).length, earlier.length, 'en')} in ${periodWords(then).en}`,
        }
  return saidTogether([
    held,
    {
      sv: `Ledamöterna var med ${there} av ${items.length} gånger (${percent(there, items.length, 'sv')}${against.sv}).`,
      en: `The members were there ${there} of ${items.length} times (${percent(there, items.length, 'en')}${against.en}).`,
    },
  ])
}

function substitutes(items: AttendanceAsked['compared']['items']): readonly Said[] {
  const replaced = items.filter(({ how }) => how === 'replaced').length
  if (replaced === 0) return []
  return [
    {
      sv: `${replaced} ${replaced === 1 ? 'gång' : 'gånger'} kom en ersättare.`,
      en: `${replaced} ${replaced === 1 ? 'time' : 'times'} a substitute came.`,
    },
  ]
}

/** The parties that were missed, the most often first. */
function unheard({ meetings }: AttendanceAsked): readonly Said[] {
  const missed = new Map<string, number>()
  for (const { parties } of meetings)
    for (const party of partiesUnheard(parties)) missed.set(party, (missed.get(party) ?? 0) + 1)
  const parties = new Set(
    meetings.flatMap(each => each.parties.flatMap(({ organisation }) => organisation ?? [])),
  )
  const [only = ''] = parties
  if (parties.size === 0) return []
  if (missed.size === 0 && parties.size === 1)
    return [{ sv: `${only} hade någon på alla möten.`, en: `${only} had somebody at every meeting.` }]
  if (missed.size === 0)
    return [{ sv: 'Alla parter hade någon på alla möten.', en: 'Every party had somebody at every meeting.' }]
  const most = [...missed].toSorted(([a, some], [b, other]) => other - some || a.localeCompare(b, 'sv'))
  const shown = most.slice(0, SHOWN).map(([party, times]) => `${party} (${times})`)
  const rest = most.length - shown.length
  const sv = enumerated(rest === 0 ? shown : [...shown, `${rest} till`]).sv
  const en = enumerated(rest === 0 ? shown : [...shown, `${rest} more`]).en
  return [
    {
      sv: `Parter som ingen var där för, med antal möten: ${sv}.`,
      en: `Parties that nobody was there for, with the number of meetings: ${en}.`,
    },
  ]
}

function untold({ meetings, compared: { items } }: AttendanceAsked): readonly Said[] {
  const untold = items.filter(({ how }) => how === 'unaccounted').length
  if (untold === 0) return []
  const at = enumerated(withUnaccounted(meetings).map(({ record }) => record))
  return [
    {
      sv: `${untold} ${untold === 1 ? 'gång' : 'gånger'} är en ledamot varken närvarande, frånvarande eller ersatt: ${at.sv}.`,
      en: `${untold} ${untold === 1 ? 'time' : 'times'} a member is neither present, absent nor replaced: ${at.en}.`,
    },
  ]
}

const percent = (part: number, whole: number, language: 'sv' | 'en'): string =>
  `${Math.round((part / whole) * 100)}${language === 'sv' ? ' ' : ''}%`

const SHOWN = 8
