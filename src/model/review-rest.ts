import { stated } from './fields.js'
import type { ReviewedChange, Version, Versions } from './review-change.js'
import { paired } from './review-pairs.js'
import { itemOf, type Places } from './review-places.js'
import { alike } from './review-words.js'
import type { Said } from './said.js'
import { sectionAt } from './section-at.js'

/**
 * What the facts of a body do not hold: confidential passages, code, addresses on the web, and last of all letters or
 * figures that differ where nothing else was told. What is hidden is said to have changed, never how.
 */
export function restChanges(
  versions: Versions,
  places: Places,
  told: readonly ReviewedChange[],
): readonly ReviewedChange[] {
  const { before, after } = versions
  const found = [
    ...stretchChanges(versions, places, stretchesOf('confidential'), {
      sv: 'text under sekretess',
      en: 'confidential text',
    }),
    ...stretchChanges(versions, places, stretchesOf('code'), {
      sv: 'text i kodblock',
      en: 'text in a code block',
    }),
    ...stretchChanges(versions, places, webAddresses, { sv: 'webbadress', en: 'web address' }),
  ]
  const isTold = new Set([...told, ...found].map(({ place }) => place ?? ''))
  const [was, is] = [lettersOf(before, 'before', places), lettersOf(after, 'after', places)]
  const other = [...is].flatMap(([home, { letters, place }]) => {
    const old = was.get(home)
    if (old === undefined || old.letters === letters || isTold.has(place ?? '')) return []
    return [{ ...stated('place', place), says: OTHER }]
  })
  return [...found, ...other]
}

/** Something written in a stretch of lines. */
interface Stretch {
  readonly text: string
  readonly line: number
}

const stretchesOf =
  (what: 'confidential' | 'code') =>
  ({ document, text }: Version): readonly Stretch[] => {
    const lines = text.split('\n')
    return document.body[what].map(({ line, endLine }) => ({
      text: lines.slice(line - 1, endLine).join('\n'),
      line,
    }))
  }

function webAddresses({ document, text }: Version): readonly Stretch[] {
  const lines = text.split('\n')
  const first = bodyLine(document.body.headings[0]?.line, lines)
  return lines.flatMap((line, index) =>
    index + 1 < first
      ? []
      : [...line.matchAll(/https?:\/\/[^\s)>\]"]+/g)].map(([address]) => ({
          text: address,
          line: index + 1,
        })),
  )
}

function stretchChanges(
  versions: Versions,
  places: Places,
  stretches: (version: Version) => readonly Stretch[],
  what: Said,
): readonly ReviewedChange[] {
  const sectionIn = (side: 'before' | 'after', { line }: Stretch) =>
    sectionAt(versions[side].document.body.sections, line)?.index
  const home = (stretch: Stretch, side: 'before' | 'after') => places.home(side, sectionIn(side, stretch))
  const { pairs, gone, added } = paired(stretches(versions.before), stretches(versions.after), [
    { by: (stretch, side) => `${home(stretch, side)}\n${alike(stretch.text)}` },
    { by: home },
  ])
  const told = (side: 'before' | 'after', stretch: Stretch, sv: string, en: string): ReviewedChange => ({
    ...stated('place', places.cited(side, sectionIn(side, stretch))),
    says: { sv: `${what.sv}: ${sv}`, en: `${what.en}: ${en}` },
  })
  return [
    ...gone.map(stretch => told('before', stretch, 'borttagen', 'removed')),
    ...added.map(stretch => told('after', stretch, 'tillagd', 'added')),
    ...pairs
      .filter(([old, now]) => alike(old.text) !== alike(now.text))
      .map(([, now]) => told('after', now, 'ändrad', 'changed')),
  ]
}

/** The letters and figures of every item of a document, its numbered heading left out. */
function lettersOf({ document, text }: Version, side: 'before' | 'after', places: Places) {
  const { sections, headings } = document.body
  const lines = text.split('\n')
  const heads = new Set(sections.map(({ line }) => line))
  const homes = new Map<string, { letters: string; readonly place?: string }>()
  for (let line = bodyLine(headings[0]?.line, lines); line <= lines.length; line++) {
    if (heads.has(line)) continue
    const item = itemOf(document.body, sectionAt(sections, line)?.index)
    const home = places.home(side, item?.index)
    const known = homes.get(home) ?? { letters: '', ...stated('place', places.cited(side, item?.index)) }
    known.letters += (lines[line - 1] ?? '').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')
    homes.set(home, known)
  }
  return homes
}

/** The line on which the body begins: after the fence of the front matter. */
function bodyLine(heading: number | undefined, lines: readonly string[]): number {
  const close =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') : -1
  return close > 0 ? close + 2 : (heading ?? 1)
}

const OTHER: Said = { sv: 'annat i texten ändrat', en: 'something else in the text changed' }
