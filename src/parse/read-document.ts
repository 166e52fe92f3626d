import { type Body, NO_BODY } from '../model/body.js'
import type { Fault, FaultName } from '../model/document.js'
import { type Fields, NO_FIELDS } from '../model/fields.js'
import { LARGEST_FILE } from '../model/limits.js'
import type { ReadResult } from '../model/ports.js'
import type { Block } from './blocks.js'
import { bodyOf } from './body.js'
import { decode } from './encoding.js'
import { partFields } from './front-matter.js'
import { isTooLong, tooIntricateAt } from './intricate.js'
import { personalNumberFaults } from './personal-numbers.js'
import { scan } from './scan.js'
import { asRead, type SlimText, slimText } from './slim-text.js'
import { readYaml } from './yaml.js'

/** A file as read, before its kind is known. */
export interface ReadFile {
  readonly fields: Fields
  readonly faults: readonly Fault[]
  readonly unreadable: boolean
  /** The facts of the body, or the body itself where only remark can read it. */
  readonly body: Body | UnreadBody
  /** The text after the front matter. */
  readonly bodyText: () => string
}

/** A body outside what the scanner knows. */
export interface UnreadBody {
  readonly markdown: string
  readonly firstLine: number
}

/** True of a body that is left for remark. */
export const isUnread = (body: Body | UnreadBody): body is UnreadBody => 'markdown' in body

/** Reads a document: fence, fields and the facts of its body. Gives something for every file, however broken. */
export function readDocument(read: ReadResult): ReadFile {
  if ('problem' in read) return nothingRead(PROBLEMS[read.problem])
  if (read.bytes.length > LARGEST_FILE) return nothingRead('too-large')
  const slim = slimText(read.bytes)
  if (slim !== undefined) return readText(slim, [])
  const decoded = decode(read.bytes)
  const text = asRead(decoded.text)
  if (decoded.unreadable) return { ...NOTHING, faults: [...decoded.faults, ...personalNumberFaults(text)] }
  return readText(text, decoded.faults)
}

function readText(text: SlimText, known: readonly Fault[]): ReadFile {
  const { fields, faults: found, broken, bodyStart, bodyLine } = partFields(text)
  const faults = [...known, ...found, ...personalNumberFaults(text)]
  const bodyText = () => text.between(bodyStart, text.slim.length)
  if (broken) return { fields, faults, unreadable: true, body: NO_BODY, bodyText }
  const body = readBody(text, bodyStart, bodyLine)
  if (!('name' in body)) return { fields, faults, unreadable: false, body, bodyText }
  return { fields, faults: [...faults, body], unreadable: true, body: NO_BODY, bodyText }
}

/** The facts of a body, the body itself for remark, or a fault when it is too long or too intricate for either. */
function readBody(text: SlimText, start: number, firstLine: number): Body | UnreadBody | Fault {
  const { length } = text.slim
  if (isTooLong(length - start)) return { name: 'too-intricate', at: { line: firstLine } }
  const blocks = scan(text, start, firstLine)
  if (blocks !== undefined) return bodyOf(blocks)
  const markdown = text.between(start, length)
  const at = tooIntricateAt(markdown)
  return at === undefined ? { markdown, firstLine } : { name: 'too-intricate', at: { line: firstLine + at } }
}

/** Reads a YAML file: samverkan.yaml or a register. */
export function readYamlFile(read: ReadResult): ReadFile {
  if ('problem' in read) return nothingRead(PROBLEMS[read.problem])
  if (read.bytes.length > LARGEST_FILE) return nothingRead('too-large')
  const decoded = decode(read.bytes)
  const known = [...decoded.faults, ...personalNumberFaults(asRead(decoded.text))]
  if (decoded.unreadable) return { ...NOTHING, faults: known }
  const { fields, faults, broken } = readYaml(decoded.text, 1)
  return { ...NOTHING, fields, faults: [...known, ...faults], unreadable: broken }
}

/** The facts of a body that the scanner left, from the blocks that remark gives. */
export const factsOf = (blocks: readonly Block[]): Body => bodyOf(blocks)

/** A document without kind or stage, for a file that could not even be opened. */
const nothingRead = (name: FaultName): ReadFile => ({ ...NOTHING, faults: [{ name, at: { line: 1 } }] })

const NOTHING: ReadFile = {
  fields: NO_FIELDS,
  faults: [],
  unreadable: true,
  body: NO_BODY,
  bodyText: () => '',
}

const PROBLEMS: Readonly<Record<Extract<ReadResult, { problem: unknown }>['problem'], FaultName>> = {
  missing: 'unreadable-file',
  denied: 'unreadable-file',
  failed: 'unreadable-file',
  'not-a-file': 'unreadable-file',
  symlink: 'symlink',
  'too-large': 'too-large',
}
