import { createHash } from 'node:crypto'
import { type Fields, type FieldValue, isList } from '../model/fields.js'

/** Fields that live on after the meeting and are not sealed (archive format § 6). */
const UNSEALED: ReadonlySet<string> = new Set(['status', 'justering', 'nr'])

/**
 * The seal of a document: SHA-256 over its sealed content, as `sha256:` and 64 characters.
 * Sealed are the fields but status, justering and nr, in canonical form, and the words of the body in NFC.
 * Re-wrapping a paragraph, ticking an action, its `(klart …)` and the notes under it do not break the seal.
 */
export const sealOf = (fields: Fields, body: string): string =>
  `sha256:${createHash('sha256').update(sealedContent(fields, body)).digest('hex')}`

/** What is sealed, as text: for showing what has changed. */
export function sealedContent(fields: Fields, body: string): string {
  const kept = Object.keys(fields)
    .filter(key => !UNSEALED.has(key))
    .sort()
    .map(key => `${key}: ${canonical(fields[key] ?? '')}`)
  return `${kept.join('\n')}\n\n${sealedBody(body)}`.normalize('NFC')
}

/** Keys in order of their code units, texts trimmed and quoted: the same fields give the same text however they are laid out. */
function canonical(value: FieldValue): string {
  if (typeof value === 'string') return JSON.stringify(value.trim().replace(/\s+/g, ' '))
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  return `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key] ?? '')}`).join(',')}}`
}

const TASK = /^(\s*)[-*+]\s+\[[ xX]\]\s+/

/** The words of a body, block by block: one line each, wrapped lines joined, what may live on left out. */
function sealedBody(body: string): string {
  const blocks: string[] = []
  let task: number | undefined
  let fence: string | undefined
  let isOpen = false
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    const text = line.trim()
    const indent = line.search(/\S/)
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1]
    if (fence !== undefined || mark !== undefined) {
      blocks.push(line.trimEnd())
      fence = fence === undefined ? mark : text.startsWith(fence) && text.replace(/[`~]/g, '') === '' ? undefined : fence
      isOpen = false
      continue
    }
    if (text === '') {
      isOpen = false
      continue
    }
    const opening = TASK.exec(line)
    if (opening !== null) {
      task = (opening[1] ?? '').length
      blocks.push(`- [ ] ${text.replace(TASK, '')}`)
      isOpen = true
      continue
    }
    const nested = task !== undefined && indent > task
    if (nested && /^(?:[-*+]|\d+[.)])\s/.test(text)) {
      isOpen = false
      fence = undefined
      task = task ?? 0
      continue
    }
    if (nested && !isOpen) continue
    if (!nested) task = undefined
    const starts = /^(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\||:{3}|<!--)/.test(text)
    const last = blocks.length - 1
    if (isOpen && !starts && last >= 0) blocks[last] = `${blocks[last]} ${text}`
    else blocks.push(text)
    isOpen = !/^(?:#{1,6}\s|:{3})/.test(text)
  }
  return blocks.map(block => block.replace(/^(- \[ \] .*?)\s*\(klart?\s+(?!senast)[^)]*\)/i, '$1').replace(/\s+/g, ' ').trim()).join('\n')
}
