import { type FieldValue, isList, saysNothing } from '../model/fields.js'

/** What stands for each name in a template: fields for the front matter, ready Markdown for the body. */
export type Fillings = ReadonlyMap<string, FieldValue>

/** A name in a template that nothing stands for. */
class UnknownPlaceholder extends Error {
  readonly placeholder: string
  constructor(placeholder: string) {
    super(`{{${placeholder}}}`)
    this.placeholder = placeholder
  }
}

/**
 * Fills a template: text with names in double braces, from a closed list, no expressions.
 * In the front matter `fält: {{namn}}` becomes the value as YAML; without a value the field is left for the reader to
 * fill, and `{{namn?}}` leaves the whole line out. In the body a name becomes its text, and a line that holds only a
 * name without value is left out.
 * @throws UnknownPlaceholder for a name that is not in `known`.
 */
export function fillTemplate(template: string, fillings: Fillings, known: ReadonlySet<string>): string {
  const close = template.indexOf('\n---\n', 4)
  const front = close < 0 ? '' : template.slice(0, close + 5)
  const filledFront = front.split('\n').flatMap(line => frontLine(line, fillings, known))
  const body = template
    .slice(front.length)
    .split('\n')
    .flatMap(line => bodyLine(line, fillings, known))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
  return `${filledFront.join('\n')}${body.trimEnd()}\n`
}

/** A value as YAML after `key:`; lists one item a line, groups in braces, texts quoted only where YAML needs it. */
function yamlValue(value: FieldValue): string {
  if (typeof value === 'string') return yamlText(value)
  if (isList(value))
    return value.length === 0 ? '[]' : `\n${value.map(item => `  - ${inFlow(item)}`).join('\n')}`
  return inFlow(value)
}

/** A text as a YAML scalar that reads back as the same text. */
function yamlText(text: string): string {
  const isPlain = /^[\p{L}\p{N}(§][^\n]*$/u.test(text) && !/: |:$| #|\s$/.test(text)
  return isPlain ? text : JSON.stringify(text)
}

const frontLine = (line: string, fillings: Fillings, known: ReadonlySet<string>): readonly string[] => {
  const match = /^([^:]+):\s*\{\{([^}?]+)(\?)?\}\}\s*$/.exec(line)
  if (match === null)
    return [line.replace(PLACEHOLDER, (_, name: string) => textFor(name.trim(), fillings, known))]
  const [, key = '', name = '', optional] = match
  const value = valueFor(name.trim(), fillings, known)
  if (saysNothing(value) && optional !== undefined) return []
  const written = value === undefined || value === '' ? '' : yamlValue(value)
  return [`${key}:${written === '' || written.startsWith('\n') ? '' : ' '}${written}`]
}

const bodyLine = (line: string, fillings: Fillings, known: ReadonlySet<string>): readonly string[] => {
  const alone = /^\{\{([^}]+)\}\}$/.exec(line.trim())
  if (alone === null)
    return [line.replace(PLACEHOLDER, (_, name: string) => textFor(name.trim(), fillings, known))]
  const text = textFor((alone[1] ?? '').replace('?', '').trim(), fillings, known)
  return text === '' ? [] : [text]
}

const PLACEHOLDER = /\{\{([^}]+)\}\}/g

const textFor = (name: string, fillings: Fillings, known: ReadonlySet<string>): string => {
  const value = valueFor(name.replace('?', ''), fillings, known)
  if (value === undefined) return ''
  return typeof value === 'string'
    ? value
    : isList(value)
      ? value.map(each => (typeof each === 'string' ? each : '')).join(', ')
      : ''
}

const valueFor = (name: string, fillings: Fillings, known: ReadonlySet<string>): FieldValue | undefined => {
  if (!known.has(name)) throw new UnknownPlaceholder(name)
  return fillings.get(name)
}

/** A value as YAML inside braces or brackets. */
export const inFlow = (value: FieldValue): string => {
  if (typeof value === 'string') return /[[\]{},]/.test(value) ? JSON.stringify(value) : yamlText(value)
  if (isList(value)) return `[${value.map(inFlow).join(', ')}]`
  return `{${Object.keys(value)
    .map(key => `${key}: ${inFlow(value[key] ?? '')}`)
    .join(', ')}}`
}
