import type { Edit } from './edit.js'
import { headerTextOf } from './front-matter.js'

/** Whose place a line of `justering` is put in: that of an adjuster by number from 0, or that of the chair. */
export type AdjustmentPlace = number | 'chair'

/**
 * The change that puts a line in the place kept for it: under a comment of its own in the list (`# andra justeraren`).
 * The comments stay, so two who adjust on two branches never touch the same lines and git joins them by itself.
 * Absent when the list keeps no places. The last comment is the chair's.
 */
export function addInPlace(
  text: string,
  list: string,
  value: string,
  place: AdjustmentPlace,
): Edit | undefined {
  const block = blockOf(headerTextOf(text) ?? '', list)
  const [first, ...others] = block?.places ?? []
  if (block === undefined || first === undefined) return undefined
  const [adjusters, chair] =
    others.length === 0 ? [[first], first] : [[first, ...others].slice(0, -1), others.at(-1)]
  const own = place === 'chair' ? chair : (adjusters[place] ?? adjusters.at(-1))
  const next = block.places.find(each => each.start > (own ?? first).start)
  const at = START + (next?.start ?? block.end)
  return { from: at, to: at, by: `${block.indent}- ${value}\n` }
}

/** True of a list whose lines have places kept for them, also when it has no lines yet. */
export const keepsPlaces = (yaml: string, list: string): boolean =>
  (blockOf(yaml, list)?.places.length ?? 0) > 0

/** The front matter begins after `---` and a line end. */
const START = 4

interface Line {
  readonly words: string
  /** Offset in the front matter. */
  readonly start: number
}

/** The lines under a field that is written as a list of lines, and the comments that stand between its items. */
function blockOf(yaml: string, list: string) {
  const key = new RegExp(`^${list}:[ \\t]*\\n((?:(?: +\\S|- ).*\\n)*)`, 'm').exec(yaml)
  const [whole, inside] = [key?.[0], key?.[1]]
  if (key === null || whole === undefined || inside === undefined) return undefined
  const end = key.index + whole.length
  let start = end - inside.length
  const lines: Line[] = []
  for (const words of inside.split('\n').slice(0, -1)) {
    lines.push({ words, start })
    start += words.length + 1
  }
  const indent =
    /^ */.exec((lines.find(({ words }) => /^ *- /.test(words)) ?? lines[0])?.words ?? '')?.[0] ?? ''
  const isItem = ({ words }: Line) => words.startsWith(`${indent}- `)
  const isComment = ({ words }: Line) => /^ +#/.test(words)
  const places = lines.filter((line, index) => {
    const after = lines.slice(index).find(each => !isComment(each))
    return isComment(line) && line.words.startsWith(`${indent}#`) && (after === undefined || isItem(after))
  })
  return { places, indent, end }
}
