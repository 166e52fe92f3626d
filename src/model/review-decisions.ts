import type { Decision } from './body.js'
import { decidingWordsOf } from './deciding.js'
import { stated } from './fields.js'
import type { ReviewedChange, Versions } from './review-change.js'
import { paired } from './review-pairs.js'
import type { Places } from './review-places.js'
import { alike, areOpen, fromTo, isReworked, quotedFrom } from './review-words.js'

/** Decisions that came, went, moved, were reworded, or got another number, another decider or another time to come back. */
export function decisionChanges(versions: Versions, places: Places): readonly ReviewedChange[] {
  const { before, after } = versions
  const { pairs, gone, added } = paired(before.document.body.decisions, after.document.body.decisions, [
    { by: (decision, side) => `${places.home(side, decision.section)}\n${matterOf(decision)}` },
    { by: matterOf },
    {
      by: ({ section }, side) => places.home(side, section),
      fits: (old, now) => isReworked(old.text, now.text),
    },
  ])
  const told = (decision: Decision, side: 'before' | 'after', sv: string, en: string): ReviewedChange => {
    const quoted = areOpen(versions) ? quotedFrom(versions[side], decision.text, decision.line) : undefined
    const number = numberOf(decision)
    const tail = quoted === undefined ? '' : `: ${quoted}`
    return {
      ...stated('place', places.cited(side, decision.section)),
      says: { sv: `beslut${number} ${sv}${tail}`, en: `decision${number} ${en}${tail}` },
    }
  }
  return [
    ...gone.map(decision => told(decision, 'before', 'borttaget', 'removed')),
    ...added.map(decision => told(decision, 'after', 'tillagt', 'added')),
    ...pairs.flatMap(([old, now]) => changesOf(old, now, versions, places)),
  ]
}

function changesOf(
  old: Decision,
  now: Decision,
  versions: Versions,
  places: Places,
): readonly ReviewedChange[] {
  const place = places.cited('after', now.section)
  const number = numberOf(now)
  const says = (sv: string, en: string): ReviewedChange => ({
    ...stated('place', place),
    says: { sv: `beslut${number} ${sv}`, en: `decision${number} ${en}` },
  })
  const changes: ReviewedChange[] = []
  const isMoved = places.home('before', old.section) !== places.home('after', now.section)
  const from = places.cited('before', old.section) ?? '–'
  if (isMoved) changes.push(says(`flyttat hit från ${from}`, `moved here from ${from}`))
  else if (numberOf(old) !== number && numberOf(old) !== '' && number !== '')
    changes.push(says(`var beslut${numberOf(old)}`, `was decision${numberOf(old)}`))
  if (matterOf(old) !== matterOf(now)) {
    const quoted = areOpen(versions) ? fromTo(versions, old, now) : ''
    changes.push(says(`ändrat${quoted}`, `changed${quoted}`))
  }
  const was = decidingWordsOf(old, versions.before.document.body)
  const is = decidingWordsOf(now, versions.after.document.body)
  if (alike(was?.text ?? '') !== alike(is?.text ?? '')) {
    const quoted = areOpen(versions) && was !== undefined && is !== undefined ? fromTo(versions, was, is) : ''
    changes.push(says(`fattas med andra ord${quoted}`, `is taken in other words${quoted}`))
  }
  if (alike(old.returns ?? '') !== alike(now.returns ?? '')) {
    const [first, last] = [returnOf(old, versions, 'before'), returnOf(now, versions, 'after')]
    changes.push(says(`återkommer ${first} → ${last}`, `comes back ${first} → ${last}`))
  }
  return changes
}

/** What is decided: without the time to come back, and without the comma and "och" before the next one. */
const matterOf = ({ text }: Decision): string =>
  alike(text)
    .replace(/\s*\(återkommer[^)]*\)/gi, '')
    .replace(/[\s,;.]*(?:\soch)?[\s,;.]*$/, '')

/** ` 2` of `§ 4:2`; nothing for a decision without address. */
const numberOf = ({ address }: Decision): string => {
  const number = address?.slice(address.lastIndexOf(':') + 1)
  return number === undefined ? '' : ` ${number}`
}

function returnOf({ returns, line }: Decision, versions: Versions, side: 'before' | 'after'): string {
  if (returns === undefined) return '–'
  if (/^\d{4}(?:-\d\d){0,2}$/.test(returns)) return returns
  return (areOpen(versions) ? quotedFrom(versions[side], returns, line) : undefined) ?? '…'
}
