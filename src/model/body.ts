/**
 * What rules and reports need of the prose of a document: plain, JSON-able facts, no syntax tree.
 * All lines are one-based lines of the file.
 */
export interface Body {
  /** Every heading in order, the title (`#`) among them. */
  readonly headings: readonly Heading[]
  /** Headings of level 2 and below with what stands under them. `Section.index` is the position here. */
  readonly sections: readonly Section[]
  /** Every paragraph, list item, quotation and table in order, whatever its role. */
  readonly prose: readonly Prose[]
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
  /** Relative links and links to headings; addresses on the web are never followed and not here. */
  readonly links: readonly Link[]
  /** Ids and addresses that stand bare in the text or in attribute lines. */
  readonly mentions: readonly Mention[]
  /** "se § 4", "Se 4b": references within the document. */
  readonly references: readonly Reference[]
  /** HTML comments, with the text between `<!--` and `-->`. */
  readonly comments: readonly Comment[]
  /** `:::sekretess{grund="…"}` passages. */
  readonly confidential: readonly Confidential[]
  /** Fenced code blocks; `info` is the word after the fence (`age` marks a sealed block). */
  readonly code: readonly CodeBlock[]
}

/** A heading, its markup taken out. */
export interface Heading {
  readonly depth: number
  readonly text: string
  readonly line: number
}

/** How a numbered heading is written: `§ 4`, `§4`, `4 §`, `4.`, `4 a.`, `a)` … as it stands in the file. */
export interface Section {
  readonly index: number
  readonly depth: number
  readonly line: number
  /** Last line that belongs to the section itself, before its first sub-section. */
  readonly endLine: number
  /** `4`, `4a`, `10b`; absent for a section without number. */
  readonly number?: string
  /** The number as written, with its sign: `§ 4`, `4.`, `4 a.`. */
  readonly numberWritten?: string
  /** True when the number carries a paragraph sign. */
  readonly isParagraph: boolean
  /** The heading without its number. */
  readonly title: string
  /** Index of the section above, absent at the top. */
  readonly parent?: number
  readonly attributes: readonly Attribute[]
  /** True when nothing but attribute lines and comments stands between the heading and the next one. */
  readonly isEmpty: boolean
}

/** `*Föredragande: Nina Bjelke*` under a heading. */
export interface Attribute {
  /** The key as the format spells it: `Föredragande`, `Ärende`, `Avvikelser`, `Slag`, `Förväntan`, `Återkommer`, `Från`, `Deltar ej`, `Sekretess`. */
  readonly key: string
  readonly value: string
  readonly line: number
}

/** What a stretch of prose is: ordinary text, a decision, an action, a note under an action, an attribute line, or who decides. */
export type ProseRole = 'text' | 'decision' | 'action' | 'note' | 'attribute' | 'decider'

/** A stretch of text: a paragraph, the first paragraph of a list item, or a table. */
export interface Prose {
  readonly text: string
  readonly line: number
  readonly endLine: number
  /** Index of the section it stands in, absent above the first. */
  readonly section?: number
  readonly form: 'paragraph' | 'item' | 'table'
  /** True inside a block quotation: other people's words. */
  readonly quoted: boolean
  readonly role: ProseRole
  /** Nesting of a list item, 1 = outermost; 0 outside lists. */
  readonly depth: number
  /** The number of an item in an ordered list. */
  readonly ordinal?: number
}

/** One decision: an att-sats, `Beslut: …`, or a sentence in which the group "beslutar att". */
export interface Decision {
  /** `§ 4:2`: number of the section and order in it. Absent where the decision stands in running prose or in a section that cannot be cited. */
  readonly address?: string
  readonly section?: number
  readonly form: 'att' | 'beslut' | 'prosa'
  /** The text after "att", markup taken out. */
  readonly text: string
  /** Who decides and the verb, as the heading or sentence says it: "Länsgruppen beslutar". */
  readonly decider?: string
  readonly line: number
  readonly endLine: number
  /** What `(återkommer …)` says. */
  readonly returns?: string
}

/** One action (uppdrag): a task item. */
export interface Action {
  /** `§ 6b u1`, or `"Höstens möten" u1` under a heading without number. */
  readonly address: string
  readonly section?: number
  /** Owners as written before the first colon, split at commas, "och" and "&". */
  readonly owners: readonly string[]
  /** All that stands before the first colon. */
  readonly ownersWritten?: string
  /** What is to be done: after the owner, without `(senast …)` and `(klart …)`. */
  readonly task: string
  /** The whole item as written. */
  readonly text: string
  /** What `(senast …)` says: a date, a month, a term, "nästa möte". */
  readonly due?: string
  readonly done: boolean
  /** What `(klart …)` says. */
  readonly doneOn?: string
  /** Dated notes from after the meeting. */
  readonly notes: readonly string[]
  readonly line: number
  readonly endLine: number
}

/** A link to another file or to a heading. */
export interface Link {
  readonly text: string
  /** The target as written, percent-encoding undone: `../rutiner/x.md#syfte`. */
  readonly target: string
  readonly line: number
}

/** An id, or an address `PROT-lansgrupp-2024-05-31 § 4:2`. */
export interface Mention {
  readonly address: string
  readonly line: number
}

/** `se § 4`, `se 4 b`. */
export interface Reference {
  /** `4`, `4b`. */
  readonly number: string
  readonly written: string
  readonly line: number
}

/** An HTML comment. */
export interface Comment {
  readonly text: string
  readonly line: number
}

/** A passage that is left out of everything open. */
export interface Confidential {
  readonly ground?: string
  readonly line: number
  readonly endLine: number
}

/** A fenced code block; what stands in it is not read, but for the form of a sealed one. */
export interface CodeBlock {
  readonly info: string
  readonly line: number
  readonly endLine: number
  /** What stands in a sealed block (`age`), to be tried for its form; never to be shown. */
  readonly sealed?: string
}

/** A document without a body. */
export const NO_BODY: Body = {
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
