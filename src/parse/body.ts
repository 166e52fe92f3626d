import type { Action, Attribute, Body, CodeBlock, Comment, Confidential, Decision, Heading, Link, Mention, Prose, ProseRole, Reference, Section } from '../model/body.js'
import { readAction } from './actions.js'
import type { Block, HeadingBlock, TextBlock } from './blocks.js'
import { proseDecisions, readClause, readDecider, readLabelled, returnsIn, type DecidingWords } from './decisions.js'
import { readHeading } from './heading-number.js'
import { linksIn, mentionsIn, referencesIn, wordsOf } from './inline.js'

/** Gathers the facts of a body from its blocks. The same blocks give the same facts, whichever reader found them. */
export function bodyOf(blocks: readonly Block[]): Body {
  const gathering = new Gathering()
  for (const block of blocks) gathering.take(block)
  return gathering.finish()
}

type OpenSection = { -readonly [key in keyof Section]: Section[key] } & { attributes: Attribute[] }
type OpenAction = { -readonly [key in keyof Action]: Action[key] } & { notes: string[] }

/** The reading of one body, from its first block to its last. */
class Gathering {
  private readonly headings: Heading[] = []
  private readonly sections: OpenSection[] = []
  private readonly prose: Prose[] = []
  private readonly decisions: Decision[] = []
  private readonly actions: OpenAction[] = []
  private readonly links: Link[] = []
  private readonly mentions: Mention[] = []
  private readonly references: Reference[] = []
  private readonly comments: Comment[] = []
  private readonly confidential: Confidential[] = []
  private readonly code: CodeBlock[] = []
  private readonly counted = new Map<string, number>()
  private passage: { ground?: string; line: number } | undefined
  private deciding: DecidingWords | undefined
  private action: { readonly taken: OpenAction; readonly depth: number } | undefined
  private lastLine = 0

  take(block: Block): void {
    const endLine = 'endLine' in block ? block.endLine : block.line
    if (block.kind === 'heading') this.takeHeading(block)
    else if (block.kind === 'text') this.takeText(block)
    else if (block.kind === 'code') {
      this.code.push({ info: block.info, line: block.line, endLine: block.endLine })
      this.fill()
    } else if (block.kind === 'html') {
      const comment = /^<!--([\s\S]*?)-->/.exec(block.text)?.[1]
      if (comment !== undefined) this.comments.push({ text: comment.trim(), line: block.line })
      else this.fill()
    } else if (block.kind === 'directive') this.takeDirective(block.text, block.line)
    this.lastLine = Math.max(this.lastLine, endLine)
    const section = this.sections.at(-1)
    if (section !== undefined) section.endLine = Math.max(section.endLine, endLine)
  }

  finish(): Body {
    if (this.passage !== undefined) this.confidential.push({ ...this.passage, endLine: this.lastLine })
    const { headings, sections, prose, decisions, actions, links, mentions, references, comments, confidential, code } = this
    return { headings, sections, prose, decisions, actions, links, mentions, references, comments, confidential, code }
  }

  private takeHeading({ depth, text, line }: HeadingBlock): void {
    const words = wordsOf(text)
    this.headings.push({ depth, text: words, line })
    this.action = undefined
    this.deciding = undefined
    this.inline(text, line)
    if (depth < 2) return
    const parent = this.sections.findLast(section => section.depth < depth)
    const numbered = readHeading(words, depth, parent === undefined ? undefined : this.numberAbove(parent))
    this.sections.push({
      index: this.sections.length,
      depth,
      line,
      endLine: line,
      ...numbered,
      ...(parent !== undefined && { parent: parent.index }),
      attributes: [],
      isEmpty: true,
    })
    if (numbered.number === undefined) this.deciding = readDecider(words)
  }

  private takeText(block: TextBlock): void {
    const section = this.sections.at(-1)
    const attributes = section?.isEmpty && block.form === 'paragraph' && !block.quoted ? readAttributes(block) : undefined
    if (attributes !== undefined && section !== undefined) {
      section.attributes.push(...attributes)
      this.inline(block.text, block.line)
      this.addProse(block, 'attribute')
      return
    }
    this.fill()
    this.inline(block.text, block.line)
    this.addProse(block, this.roleOf(block))
  }

  private roleOf(block: TextBlock): ProseRole {
    if (block.quoted || block.form === 'table') return 'text'
    if (block.task !== undefined) return this.takeAction(block)
    if (this.action !== undefined && block.depth > this.action.depth) {
      this.action.taken.notes.push(wordsOf(block.text.replace(/\s*\n\s*/g, ' ')))
      return 'note'
    }
    this.action = undefined
    const clause = readClause(block.text)
    if (clause !== undefined && (clause.isBold || this.deciding !== undefined)) {
      this.addDecision('att', clause.text, block, this.deciding?.decider)
      return 'decision'
    }
    const labelled = readLabelled(block.text)
    if (labelled !== undefined) {
      this.addDecision('beslut', labelled, block, undefined)
      return 'decision'
    }
    const decider = block.form === 'paragraph' ? readDecider(block.text) : undefined
    if (decider !== undefined) {
      this.deciding = decider
      return 'decider'
    }
    for (const found of proseDecisions(block.text)) {
      const line = block.line + block.text.slice(0, found.at).split('\n').length - 1
      this.addDecision('prosa', found.text, { line, endLine: block.endLine, text: found.text }, found.decider)
    }
    return 'text'
  }

  private takeAction(block: TextBlock): ProseRole {
    const read = readAction(block)
    const place = this.citedPlace()
    const written = place ?? `"${this.headings.at(-1)?.text ?? ''}"`
    const taken: OpenAction = {
      ...read,
      address: `${written} u${this.count(`${written} u`)}`,
      ...this.inSection(),
      notes: [],
    }
    this.actions.push(taken)
    this.action = { taken, depth: block.depth }
    return 'action'
  }

  private addDecision(form: Decision['form'], text: string, at: Pick<TextBlock, 'line' | 'endLine' | 'text'>, decider: string | undefined): void {
    const place = form === 'prosa' ? undefined : this.citedPlace()
    const returns = returnsIn(at.text)
    this.decisions.push({
      ...(place !== undefined && { address: `${place}:${this.count(`${place}:`)}` }),
      ...this.inSection(),
      form,
      text,
      ...(decider !== undefined && { decider }),
      line: at.line,
      endLine: at.endLine,
      ...(returns !== undefined && { returns }),
    })
  }

  private addProse(block: TextBlock, role: ProseRole): void {
    const { text, line, endLine, form, quoted, depth, ordinal } = block
    this.prose.push({ text, line, endLine, ...this.inSection(), form, quoted, role, depth, ...(ordinal !== undefined && { ordinal }) })
  }

  private takeDirective(text: string, line: number): void {
    const opening = /^:{3,}\s*sekretess\s*(?:\{(.*)\})?/.exec(text)
    if (opening !== null) {
      const ground = /grund="([^"]*)"/.exec(opening[1] ?? '')?.[1]
      this.passage = { ...(ground !== undefined && { ground }), line }
    } else if (this.passage !== undefined && /^:{3,}\s*$/.test(text)) {
      this.confidential.push({ ...this.passage, endLine: line })
      this.passage = undefined
    }
  }

  private inline(text: string, line: number): void {
    this.links.push(...linksIn(text, line))
    this.mentions.push(...mentionsIn(text, line))
    this.references.push(...referencesIn(text, line))
  }

  private fill(): void {
    const section = this.sections.at(-1)
    if (section !== undefined) section.isEmpty = false
  }

  private inSection(): { section?: number } {
    const section = this.sections.at(-1)
    return section === undefined ? {} : { section: section.index }
  }

  private numberAbove(section: OpenSection): string | undefined {
    if (section.number !== undefined) return section.number
    const parent = section.parent === undefined ? undefined : this.sections[section.parent]
    return parent === undefined ? undefined : this.numberAbove(parent)
  }

  /** `§ 4`, or the heading of an unnumbered section; absent above the first section. */
  private citedPlace(): string | undefined {
    const section = this.sections.at(-1)
    if (section === undefined) return undefined
    const number = this.numberAbove(section)
    if (number !== undefined) return `§ ${number}`
    let top = section
    while (top.parent !== undefined) top = this.sections[top.parent] ?? top
    return `"${top.title}"`
  }

  private count(what: string): number {
    const next = (this.counted.get(what) ?? 0) + 1
    this.counted.set(what, next)
    return next
  }
}

const ATTRIBUTE = /^([*_])([\p{Lu}][\p{L} ]{1,30}):(?:\1\s+(.*)|\s*(.*?)\1)\s*$/u
const KEYS: ReadonlyMap<string, string> = new Map(
  ['Föredragande', 'Ärende', 'Avvikelser', 'Slag', 'Förväntan', 'Återkommer', 'Från', 'Deltar ej', 'Sekretess'].map(key => [
    key.toLowerCase(),
    key,
  ]),
).set('ärenden', 'Ärende').set('avvikelse', 'Avvikelser')

/** The attributes of a paragraph of which every line is one; absent when any line is not. */
function readAttributes(block: TextBlock): readonly Attribute[] | undefined {
  if (!/^[*_]/.test(block.text)) return undefined
  const attributes: Attribute[] = []
  for (const [index, line] of block.text.split('\n').entries()) {
    const match = ATTRIBUTE.exec(line.replace(/\\$/, '').trim())
    const key = match === null ? undefined : KEYS.get((match[2] ?? '').toLowerCase())
    if (match === null || key === undefined) return undefined
    attributes.push({ key, value: wordsOf(match[3] ?? match[4] ?? '').trim(), line: block.line + index })
  }
  return attributes
}
