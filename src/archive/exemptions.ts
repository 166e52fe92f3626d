import type { Archive } from '../model/archive.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import { lastLineOf } from '../model/lookup.js'
import { mayBeExempted, type Rule } from '../model/rule.js'
import { sectionAt } from '../model/section-at.js'
import { nearest } from '../model/text.js'

/** A place in which one rule is to be silent, and why: `<!-- samverkan-undantag uppdrag-utan-datum: löpande -->`. */
interface Exemption {
  readonly rule: string
  readonly reason: string
  /** Where the comment stands. */
  readonly line: number
  /** What it covers: its section, or the whole document above the first section. */
  readonly from: number
  readonly to: number
}

/** Findings, parted by what comments exempt. */
export interface Exempted {
  /** Those that remain, and what is wrong with exemptions. */
  readonly diagnostics: readonly Diagnostic[]
  /** The findings that are exempted. */
  readonly exempted: readonly Diagnostic[]
}

/**
 * Takes out what a comment in the document exempts, with a reason, where the rule lets itself be exempted. A comment
 * of a rule that there is not, that may not be exempted, or that finds nothing, is a finding itself.
 */
export function withoutExempted(
  archive: Archive,
  judges: (path: string) => boolean,
  rules: readonly Rule[],
  diagnostics: readonly Diagnostic[],
): Exempted {
  const kept: Diagnostic[] = []
  const exempted: Diagnostic[] = []
  const known = new Map<string, readonly Exemption[]>()
  const used = new Set<Exemption>()
  const rulesByName = new Map(rules.map(rule => [rule.name, rule] as const))
  for (const document of archive.documents) {
    if (document.body.comments.length === 0 || !judges(document.path)) continue
    const exemptions = exemptionsIn(document)
    if (exemptions.length > 0) known.set(document.path, exemptions)
  }
  for (const diagnostic of diagnostics) {
    const by = known
      .get(diagnostic.path)
      ?.find(each => covers(each, diagnostic) && isAllowed(each.rule, rulesByName))
    if (by === undefined) kept.push(diagnostic)
    else {
      used.add(by)
      exempted.push(diagnostic)
    }
  }
  for (const [path, exemptions] of known) {
    const document = archive.byPath(path)
    if (document === undefined) continue
    for (const exemption of exemptions) {
      const says = faultOf(exemption, rulesByName, used)
      if (says !== undefined) kept.push({ ...says, rule: NAME, path, span: spanOf(exemption), at: exemption })
    }
  }
  return { diagnostics: kept, exempted }
}

/** The rule about exemptions; what only the engine knows is said here in its name. */
const NAME = 'undantag'

/** The exemptions of a document, by its comments. */
function exemptionsIn(document: Document): readonly Exemption[] {
  const { comments, sections } = document.body
  return comments.flatMap(({ text, line }) => {
    const found = FORM.exec(text)
    if (found === null) return []
    const [, rule = '', reason = ''] = found
    const section = sectionAt(sections, line)
    const covered =
      section === undefined
        ? { from: 1, to: Number.POSITIVE_INFINITY }
        : { from: section.line, to: lastLineOf(document, section) }
    return [{ rule, reason: reason.trim(), line, ...covered }]
  })
}

const FORM = /^samverkan-undantag\s+([^\s:]+)\s*:?([\s\S]*)$/

const covers = ({ rule, reason, from, to }: Exemption, diagnostic: Diagnostic): boolean =>
  reason !== '' && rule === diagnostic.rule && from <= diagnostic.span.line && diagnostic.span.line <= to

const isAllowed = (name: string, rules: ReadonlyMap<string, Rule>): boolean => {
  const rule = rules.get(name)
  return rule !== undefined && mayBeExempted(rule)
}

/** What is wrong with an exemption; nothing of one that is used, and nothing where its rule was not asked. */
function faultOf(
  exemption: Exemption,
  rules: ReadonlyMap<string, Rule>,
  used: ReadonlySet<Exemption>,
): Pick<Diagnostic, 'says' | 'advice' | 'level'> | undefined {
  const { rule, reason } = exemption
  const name = /^[\p{Ll}\d-]{1,60}$/u.test(rule) ? ` \`${rule}\`` : ''
  if (!rules.has(rule)) {
    const meant = nearest(rule, rules.keys())
    return {
      level: 'warning',
      says: {
        sv: `Regeln${name} i undantaget finns inte.`,
        en: `The rule${name} of the exemption does not exist.`,
      },
      advice:
        meant === undefined
          ? { sv: 'Ta bort kommentaren.', en: 'Take the comment away.' }
          : { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
    }
  }
  if (!isAllowed(rule, rules)) {
    return {
      level: 'warning',
      says: {
        sv: `Från regeln${name} finns inget undantag.`,
        en: `There is no exemption from the rule${name}.`,
      },
      advice: {
        sv: 'Rätta det som den säger, och ta bort kommentaren.',
        en: 'Mend what it says, and take the comment away.',
      },
    }
  }
  if (used.has(exemption) || reason === '') return undefined
  return {
    level: 'note',
    says: {
      sv: `Undantaget från${name} behövs inte: regeln har inget att säga där.`,
      en: `The exemption from${name} is not needed: the rule has nothing to say there.`,
    },
    advice: { sv: 'Ta bort kommentaren.', en: 'Take the comment away.' },
  }
}

const spanOf = ({ line }: Exemption): Diagnostic['span'] => ({ line, column: 1, endLine: line, endColumn: 5 })
