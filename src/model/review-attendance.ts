import { listOf } from './fields.js'
import { personKey } from './people.js'
import { quotation } from './quotation.js'
import type { Version, Versions } from './review-change.js'
import { nameOfEntry } from './review-values.js'
import { areOpen, counted } from './review-words.js'
import type { Said } from './said.js'

/** The lists of those who took part. */
export const ATTENDANCE: readonly string[] = ['närvarande', 'frånvarande', 'övriga']

/** Those who changed from one list of attendance to another, and their keys: the lists themselves need not tell of them. */
export function attendanceChanges(versions: Versions): {
  readonly says: readonly Said[]
  readonly told: ReadonlySet<string>
} {
  const { before, after } = versions
  const [was, is] = [standingIn(before), standingIn(after)]
  const moved = [...is].flatMap(([key, { list, name }]) => {
    const old = was.get(key)
    return old === undefined || old.list === list ? [] : [{ key, name, from: old.list, to: list }]
  })
  const told = new Set(moved.map(({ key }) => key))
  if (!areOpen(versions))
    return {
      told,
      says: counted(
        moved.length,
        {
          sv: 'deltagare har bytt plats mellan närvarande, frånvarande och övriga',
          en: 'participant changed between present, absent and others',
        },
        {
          sv: 'deltagare har bytt plats mellan närvarande, frånvarande och övriga',
          en: 'participants changed between present, absent and others',
        },
      ),
    }
  return {
    told,
    says: moved.map(({ name, from, to }) => {
      const quoted = quotation(name, after.document)?.slice(1, -1) ?? '…'
      return { sv: `${quoted}: ${from} → ${to}`, en: `${quoted}: ${from} → ${to}` }
    }),
  }
}

/** In which list each person stands; the first where there are several. */
function standingIn({ document, archive }: Version) {
  const people = new Map<string, { readonly list: string; readonly name: string }>()
  for (const list of ATTENDANCE) {
    for (const entry of listOf(document.fields, list)) {
      const name = nameOfEntry(entry)
      const key = name === undefined ? undefined : personKey(archive, name)
      if (name !== undefined && key !== undefined && !people.has(key)) people.set(key, { list, name })
    }
  }
  return people
}
