import type { Action } from './body.js'
import { stated } from './fields.js'
import type { ReviewedChange, Versions } from './review-change.js'
import { paired } from './review-pairs.js'
import type { Places } from './review-places.js'
import { alike, areOpen, fromTo, isReworked, namedFrom, quotedFrom } from './review-words.js'
import { enumerated, type Said } from './said.js'

/** Actions that came, went, were ticked off, or got another owner, another last day, another task or a note. */
export function actionChanges(versions: Versions, places: Places): readonly ReviewedChange[] {
  const { before, after } = versions
  const home = ({ section }: Action, side: 'before' | 'after') => places.home(side, section)
  const { pairs, gone, added } = paired(before.document.body.actions, after.document.body.actions, [
    { by: (action, side) => `${home(action, side)}\n${ownersOf(action)}\n${alike(action.task)}` },
    { by: action => `${ownersOf(action)}\n${alike(action.task)}` },
    { by: (action, side) => `${home(action, side)}\n${alike(action.task)}` },
    {
      by: (action, side) => `${home(action, side)}\n${ownersOf(action)}`,
      fits: (old, now) => isReworked(old.task, now.task),
    },
    { by: home, fits: (old, now) => isReworked(old.task, now.task) },
  ])
  const told = (action: Action, side: 'before' | 'after', added: Said): ReviewedChange => {
    const who = nameOf(action, versions, side)
    const task = areOpen(versions) ? quotedFrom(versions[side], action.task, action.line) : undefined
    const due = action.due === undefined ? undefined : dueOf(action, versions, side)
    const tail = task === undefined ? '' : `: ${task}`
    return {
      ...stated('place', places.cited(side, action.section)),
      says: {
        sv: `${who.sv} ${added.sv}${tail}${due === undefined ? '' : `, senast ${due}`}`,
        en: `${who.en} ${added.en}${tail}${due === undefined ? '' : `, by ${due}`}`,
      },
    }
  }
  return [
    ...gone.map(action => told(action, 'before', { sv: 'borttaget', en: 'removed' })),
    ...added.map(action => told(action, 'after', { sv: 'tillagt', en: 'added' })),
    ...pairs.flatMap(([old, now]) => {
      const place = places.cited('after', now.section)
      const who = nameOf(old, versions, 'before')
      const from = places.cited('before', old.section) ?? '–'
      const isMoved = home(old, 'before') !== home(now, 'after')
      const moved: readonly Said[] = isMoved
        ? [{ sv: `flyttat hit från ${from}`, en: `moved here from ${from}` }]
        : []
      return [...moved, ...changesOf(old, now, versions)].map(({ sv, en }) => ({
        ...stated('place', place),
        says: { sv: `${who.sv}: ${sv}`, en: `${who.en}: ${en}` },
      }))
    }),
  ]
}

function changesOf(old: Action, now: Action, versions: Versions): readonly Said[] {
  const changes: Said[] = []
  if (ownersOf(old) !== ownersOf(now)) {
    const to = owners(now, versions, 'after')
    changes.push(
      to === undefined
        ? { sv: 'annan ansvarig', en: 'another owner' }
        : { sv: `nu till ${to.sv}`, en: `now to ${to.en}` },
    )
  }
  if (alike(old.task) !== alike(now.task)) {
    const quoted = areOpen(versions)
      ? fromTo(versions, { text: old.task, line: old.line }, { text: now.task, line: now.line })
      : ''
    changes.push({ sv: `uppgiften ändrad${quoted}`, en: `task changed${quoted}` })
  }
  if (alike(old.due ?? '') !== alike(now.due ?? '')) {
    const both = `${dueOf(old, versions, 'before')} → ${dueOf(now, versions, 'after')}`
    changes.push({ sv: `senast ${both}`, en: `due ${both}` })
  }
  if (old.done !== now.done || alike(old.doneOn ?? '') !== alike(now.doneOn ?? '')) changes.push(doneOf(now))
  if (old.notes.map(alike).join('\n') !== now.notes.map(alike).join('\n'))
    changes.push(
      now.notes.length > old.notes.length
        ? { sv: 'anteckning tillagd', en: 'note added' }
        : { sv: 'anteckningarna ändrade', en: 'notes changed' },
    )
  return changes
}

function doneOf({ done, doneOn }: Action): Said {
  if (!done) return { sv: 'inte längre klart', en: 'no longer done' }
  const day = doneOn !== undefined && DATE.test(doneOn) ? ` ${doneOn}` : ''
  return { sv: `klart${day}`, en: `done${day}` }
}

/** "uppdrag till Nina Björk", or by its number where names may not be repeated. */
function nameOf(action: Action, versions: Versions, side: 'before' | 'after'): Said {
  const names = owners(action, versions, side)
  if (names !== undefined && names.sv !== '')
    return { sv: `uppdrag till ${names.sv}`, en: `action for ${names.en}` }
  const [number = ''] = /u\d+$/.exec(action.address) ?? []
  return { sv: `uppdrag ${number}`.trim(), en: `action ${number}`.trim() }
}

function owners(action: Action, versions: Versions, side: 'before' | 'after'): Said | undefined {
  if (!areOpen(versions)) return undefined
  const names = action.owners.map(name => namedFrom(versions[side], name, action.line))
  return names.every(name => name !== undefined) ? enumerated(names) : undefined
}

function dueOf({ due, line }: Action, versions: Versions, side: 'before' | 'after'): string {
  if (due === undefined) return '–'
  if (DATE.test(due)) return due
  return (areOpen(versions) ? namedFrom(versions[side], due, line) : undefined) ?? '…'
}

const ownersOf = ({ owners }: Action): string => owners.map(owner => alike(owner).toLowerCase()).join(', ')

const DATE = /^\d{4}(?:-\d\d){0,2}$/
