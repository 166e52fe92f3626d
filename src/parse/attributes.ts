import type { Attribute } from '../model/body.js'
import type { TextBlock } from './blocks.js'
import { wordsOf } from './inline.js'

/** The attributes of a paragraph of which every line is one; absent when any line is not. */
export function readAttributes(block: TextBlock): readonly Attribute[] | undefined {
  const first = block.text[0]
  if (first !== '*' && first !== '_') return undefined
  const attributes: Attribute[] = []
  for (const [index, line] of block.text.split('\n').entries()) {
    const match = ATTRIBUTE.exec(line.replace(/\\$/, '').trim())
    const key = match === null ? undefined : KEYS.get((match[2] ?? '').toLowerCase())
    if (match === null || key === undefined) return undefined
    attributes.push({ key, value: wordsOf(match[3] ?? match[4] ?? '').trim(), line: block.line + index })
  }
  return attributes
}

const ATTRIBUTE = /^([*_])([\p{Lu}][\p{L} ]{1,30}):(?:\1\s+(.*)|(.*?)\1)$/u
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
