import type { Archive } from './archive.js'
import type { Call } from './command.js'
import { yearOf } from './day.js'
import { UserError } from './failure.js'
import { stated } from './fields.js'
import { groupOf } from './group.js'
import { groupAsked } from './group-asked.js'
import { partyOf } from './party.js'
import type { Period } from './period.js'
import { comparedAsked, periodAsked, yearsLater } from './period-asked.js'
import { periodWords } from './period-words.js'
import type { Scope } from './report.js'
import { type Said, saidTogether } from './said.js'
import { nearest } from './text.js'

/**
 * What a period is asked about: `--year`, `--half`, or `--from` and `--to`, and `--group`.
 * @throws UserError for what is no date, a period that ends before it begins, and a group that does not exist.
 */
export function scopeOf(archive: Archive, call: Call, end: 'today' | 'never' = 'today'): Scope {
  const period = periodAsked(call, end === 'today' ? archive.today : end)
  return scopeWithin(archive, call, period, period && yearsLater(period, -1))
}

/**
 * What a report is asked about: also `--compare`, `--organisation`, `--text` and `--in-force`.
 * @throws UserError as `scopeOf` does, and for an organisation that the register does not know.
 */
export function scopeOfReport(archive: Archive, call: Call): Scope {
  const period = periodAsked(call, archive.today)
  const scope = scopeWithin(archive, call, period, comparedAsked(call, period))
  const text = call.value('text')
  const standing = call.has('in-force') ? ('in-force' as const) : undefined
  const organisation = organisationAsked(archive, call)
  const compares = call.value('compare') === undefined ? undefined : scope.before
  const than = compares === undefined ? undefined : periodWords(compares)
  return {
    ...scope,
    ...stated('text', text),
    ...stated('standing', standing),
    ...stated('organisation', organisation),
    words: saidTogether([
      scope.words,
      ...(than === undefined ? [] : [{ sv: `Jämfört med ${than.sv}.`, en: `Compared with ${than.en}.` }]),
      ...(organisation === undefined ? [] : [{ sv: `Bara ${organisation}.`, en: `Only ${organisation}.` }]),
      ...(standing === undefined ? [] : [{ sv: 'Bara det som gäller.', en: 'Only what is in force.' }]),
      ...(text === undefined ? [] : [{ sv: `Med orden »${text}».`, en: `With the words “${text}”.` }]),
    ]),
    data: {
      ...scope.data,
      ...(compares !== undefined && { compare: compares.from.slice(0, 4) }),
      ...stated('organisation', organisation),
      ...stated('text', text),
      ...stated('standing', standing),
    },
  }
}

/**
 * What a list of all times is asked about: `--group`.
 * @throws UserError for a group that does not exist.
 */
export const timelessScope = (archive: Archive, call: Call): Scope =>
  scopeWithin(archive, call, undefined, undefined)

function scopeWithin(
  archive: Archive,
  call: Call,
  period: Period | undefined,
  before: Period | undefined,
): Scope {
  const group = call.value('group')
  const document = group === undefined ? undefined : groupAsked(archive, group)
  const words = [
    periodInWords(period),
    document === undefined
      ? ALL_GROUPS
      : { sv: `${groupOf(document).name}.`, en: `${groupOf(document).name}.` },
  ]
  return {
    ...(period !== undefined && { period }),
    ...(before !== undefined && { before }),
    ...(group !== undefined && { group }),
    words: saidTogether(words),
    data: {
      ...(period !== undefined && { from: period.from, to: period.to }),
      ...(group !== undefined && { group }),
    },
  }
}

const ALL_GROUPS: Said = { sv: 'Alla grupper.', en: 'All groups.' }

function periodInWords(period: Period | undefined): Said {
  if (period === undefined) return { sv: 'Hela arkivets tid.', en: 'All the time of the archive.' }
  const { from, to } = period
  if (from.slice(5) === '01-01' && to.slice(5) === '12-31' && yearOf(from) === yearOf(to)) {
    return { sv: `Hela året ${yearOf(from)}.`, en: `The whole year ${yearOf(from)}.` }
  }
  if (to === '2999-12-31') return { sv: `Från och med ${from}.`, en: `From ${from}.` }
  if (from === '1900-01-01') return { sv: `Till och med ${to}.`, en: `Until ${to}.` }
  return { sv: `${from}–${to}.`, en: `${from} to ${to}.` }
}

/** The organisation that `--organisation` names, by its name in the register. */
function organisationAsked(archive: Archive, call: Call): string | undefined {
  const written = call.value('organisation')
  if (written === undefined) return undefined
  const { name, organisation } = partyOf(written, archive)
  if (organisation !== undefined) return name
  const { organisations } = archive.register
  const meant = nearest(
    written,
    organisations.flatMap(each => [each.name, ...each.aliases]),
  )
  const names = organisations.map(each => each.name).join(', ')
  throw new UserError(
    {
      sv: `Organisationen \`${written}\` finns inte i register/organisationer.yaml.`,
      en: `The organisation \`${written}\` is not in register/organisationer.yaml.`,
    },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Där finns ${names || 'ingen'}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}It has ${names || 'none'}.`,
    },
  )
}
