import type { Attribute } from '../model/body.js'
import type { TextBlock } from './blocks.js'
import { wordsOf } from './inline.js'

/** The attributes of a paragraph of which every line is one; absent when any line is not. */
export function readAttributes(block: TextBlock): readonly Attribute[] | undefined {
  const first = block.text[0]
  if (first !== '*' && first !== '_') return undefined
  const attributes: Attribute[] = []
  let line = block.line
  for (const written of block.text.split('\n')) {
    const attribute = readAttribute(written.replace(/\\$/, '').trim(), line++)
    if (attribute === undefined) return undefined
    attributes.push(attribute)
  }
  return attributes
}

/** Reads `*Ärende: ARE-x*` and `*Ärende:* ARE-x`. */
function readAttribute(written: string, line: number): Attribute | undefined {
  const mark = written[0]
  const colon = written.indexOf(':')
  if (colon < 0 || (mark !== '*' && mark !== '_')) return undefined
  const name = written.slice(1, colon)
  const key = KEYS.get(name.toLowerCase())
  if (key === undefined || name[0] === key[0]?.toLowerCase()) return undefined
  const rest = written.slice(colon + 1)
  if (rest[0] === mark && /^.\s/.test(rest))
    return { key, value: wordsOf(rest.slice(1).trimStart()).trim(), line }
  return rest.endsWith(mark) ? { key, value: wordsOf(rest.slice(0, -1)).trim(), line } : undefined
}

const KEYS: ReadonlyMap<string, string> = new Map(
  [
    'Föredragande',
    'Ärende',
    'Avvikelser',
    'Slag',
    'Förväntan',
    'Återkommer',
    'Från',
    'Deltar ej',
    'Sekretess',
  ].map(key => [key.toLowerCase(), key]),
)
  .set('ärenden', 'Ärende')
  .set('avvikelse', 'Avvikelser')
