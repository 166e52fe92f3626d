import type { Attribute, Body, Decision, Prose, ProseRole, Section } from '../model/body.js'
import { stated } from '../model/fields.js'
import { type OpenAction, readAction } from './actions.js'
import { readAttributes } from './attributes.js'
import type { Block, HeadingBlock, TextBlock } from './blocks.js'
import {
  type DecidingWords,
  proseDecisions,
  readClause,
  readDecider,
  readLabelled,
  returnsIn,
} from './decisions.js'
import { readHeading } from './heading-number.js'
import { linksIn, mentionsIn, onOneLine, referencesIn, wordsOf } from './inline.js'

/** Gathers the facts of a body from its blocks. The same blocks give the same facts, whichever reader found them. */
export function bodyOf(blocks: readonly Block[]): Body {
  const gathering = new Gathering()
  for (const block of blocks) gathering.take(block)
  return gathering.finish()
}

/** The facts of a body while they are gathered. */
type Gathered = { readonly [key in keyof Body]: Body[key][number][] }
type Unfinished<Fact> = { -readonly [key in keyof Fact]: Fact[key] }
type OpenSection = Unfinished<Section> & { attributes: Attribute[] }

/** The reading of one body, from its first block to its last. */
class Gathering {
  private readonly found: Gathered = {
    headings: [],
    sections: [],
    prose: [],
    decisions: [],
    actions: [],
    links: [],
    mentions: [],
    references: [],
    comments: [],
    confidential: [],
    code: [],
  }
  /** The last section and those that it stands in, outermost first. */
  private readonly above: OpenSection[] = []
  /** The last section. */
  private section: OpenSection | undefined
  private readonly counted = new Map<string, number>()
  /** A confidential passage, and how many directives are open in it. */
  private passage: { readonly ground?: string; readonly line: number; open: number } | undefined
  private deciding: DecidingWords | undefined
  private action: { readonly taken: OpenAction; readonly depth: number } | undefined
  private lastLine = 0

  take(block: Block): void {
    const endLine = 'endLine' in block ? block.endLine : block.line
    if (block.kind === 'heading') this.takeHeading(block)
    else if (block.kind === 'text') this.takeText(block)
    else if (block.kind === 'code') {
      const { info, line, sealed } = block
      this.found.code.push({ info, line, endLine: block.endLine, ...stated('sealed', sealed) })
      this.fill()
    } else if (block.kind === 'html') {
      const comment = /^<!--([\s\S]*?)-->/.exec(block.text)?.[1]
      if (comment !== undefined) this.found.comments.push({ text: comment.trim(), line: block.line })
      else this.fill()
    } else if (block.kind === 'directive') this.takeDirective(block.text, block.line)
    this.lastLine = Math.max(this.lastLine, endLine)
    if (this.section !== undefined) this.section.endLine = Math.max(this.section.endLine, endLine)
  }

  finish(): Body {
    this.endPassage(this.lastLine)
    return this.found
  }

  private takeHeading({ depth, text, line }: HeadingBlock): void {
    const words = wordsOf(text)
    this.found.headings.push({ depth, text: words, line })
    this.action = undefined
    this.deciding = undefined
    this.inline(text, line)
    if (depth < 2) return
    while ((this.above.at(-1)?.depth ?? 0) >= depth) this.above.pop()
    const parent = this.above.at(-1)
    const { number, numberWritten, isParagraph, title } = readHeading(words, depth, this.number())
    const section: OpenSection = {
      index: this.found.sections.length,
      depth,
      line,
      endLine: line,
      isParagraph,
      title,
      attributes: [],
      isEmpty: true,
    }
    if (number !== undefined) section.number = number
    if (numberWritten !== undefined) section.numberWritten = numberWritten
    if (parent !== undefined) section.parent = parent.index
    this.found.sections.push(section)
    this.above.push(section)
    this.section = section
    if (number === undefined) this.deciding = readDecider(words)
  }

  private takeText(block: TextBlock): void {
    const { section } = this
    const attributes =
      section?.isEmpty && block.form === 'paragraph' && !block.quoted ? readAttributes(block) : undefined
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
      this.action.taken.notes.push(wordsOf(onOneLine(block.text)))
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
    for (const { text, decider: who, line } of proseDecisions(block.text, block.line)) {
      this.addDecision('prosa', text, { line, endLine: block.endLine, text }, who)
    }
    return 'text'
  }

  private takeAction(block: TextBlock): ProseRole {
    const written = this.citedPlace() ?? `"${this.found.headings.at(-1)?.text ?? ''}"`
    const address = `${written} u${this.count(`${written} u`)}`
    const taken = readAction(block, address, this.section?.index)
    this.found.actions.push(taken)
    this.action = { taken, depth: block.depth }
    return 'action'
  }

  private addDecision(
    form: Decision['form'],
    text: string,
    at: Pick<TextBlock, 'line' | 'endLine' | 'text'>,
    decider: string | undefined,
  ): void {
    const place = form === 'prosa' ? undefined : this.citedPlace()
    const returns = returnsIn(at.text)
    const decision: Unfinished<Decision> = { form, text, line: at.line, endLine: at.endLine }
    if (place !== undefined) decision.address = `${place}:${this.count(`${place}:`)}`
    if (this.section !== undefined) decision.section = this.section.index
    if (decider !== undefined) decision.decider = decider
    if (returns !== undefined) decision.returns = returns
    this.found.decisions.push(decision)
  }

  private addProse({ text, line, endLine, form, quoted, depth, ordinal }: TextBlock, role: ProseRole): void {
    const { section } = this
    const prose: Unfinished<Prose> = { text, line, endLine, form, quoted, role, depth }
    if (section !== undefined) prose.section = section.index
    if (ordinal !== undefined) prose.ordinal = ordinal
    this.found.prose.push(prose)
  }

  private takeDirective(text: string, line: number): void {
    const closes = /^:{3,}\s*$/.test(text)
    const opening = /^:{3,}\s*sekretess\s*(?:\{(.*)\})?/.exec(text)
    if (this.passage !== undefined) {
      this.passage.open += closes ? -1 : 1
      if (this.passage.open === 0) this.endPassage(line)
    } else if (opening !== null) {
      const ground = /grund="([^"]*)"/.exec(opening[1] ?? '')?.[1]
      this.passage = { ...(ground !== undefined && { ground }), line, open: 1 }
    }
  }

  private endPassage(endLine: number): void {
    if (this.passage === undefined) return
    const { ground, line } = this.passage
    this.found.confidential.push({ ...(ground !== undefined && { ground }), line, endLine })
    this.passage = undefined
  }

  private inline(text: string, line: number): void {
    for (const link of linksIn(text, line)) this.found.links.push(link)
    for (const mention of mentionsIn(text, line)) this.found.mentions.push(mention)
    for (const reference of referencesIn(text, line)) this.found.references.push(reference)
  }

  private fill(): void {
    if (this.section !== undefined) this.section.isEmpty = false
  }

  /** The number of the section, or of the nearest that it stands in. */
  private number(): string | undefined {
    for (let at = this.above.length - 1; at >= 0; at--) {
      const number = this.above[at]?.number
      if (number !== undefined) return number
    }
    return undefined
  }

  /** `§ 4`, or the heading of an unnumbered section; absent above the first section. */
  private citedPlace(): string | undefined {
    const [top] = this.above
    if (top === undefined) return undefined
    const number = this.number()
    return number === undefined ? `"${top.title}"` : `§ ${number}`
  }

  private count(what: string): number {
    const next = (this.counted.get(what) ?? 0) + 1
    this.counted.set(what, next)
    return next
  }
}
