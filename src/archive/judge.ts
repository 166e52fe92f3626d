import type { Archive } from '../model/archive.js'
import type { Diagnostic, Finding, Level, Verdict } from '../model/diagnostic.js'
import type { Document, Stage } from '../model/document.js'
import { stated } from '../model/fields.js'
import type { Fix } from '../model/fix.js'
import { type ArchiveRule, type DocumentRule, needsArchive, type Rule } from '../model/rule.js'
import { gentler, levelsOf } from '../model/rule-levels.js'
import type { Settings } from '../model/settings.js'
import type { Surroundings } from '../model/surroundings.js'
import { withoutExempted } from './exemptions.js'
import { placer, type TextOf } from './placing.js'

/** What is to be judged, and how to read a file again when a finding needs its columns. */
export interface JudgingRequest {
  readonly archive: Archive
  readonly rules: readonly Rule[]
  /** Which files are judged; rules still see the whole archive. */
  readonly judges: (path: string) => boolean
  readonly textOf: TextOf
}

/** Lets every rule judge every document that it is for. Nothing is written. */
export function judge({ archive, rules, judges, textOf }: JudgingRequest): Verdict {
  const judged = [...archive.documents, ...archive.registers].filter(({ path }) => judges(path))
  return verdictOf(archive, judges, rules, [
    ...judgedAlone(judged, rules, archive, textOf),
    ...judgedTogether(judged, rules, archive, textOf),
  ])
}

/** What the rules that look at one document at a time find in some documents. */
export const judgedAlone = (
  documents: readonly Document[],
  rules: readonly Rule[],
  surroundings: Surroundings,
  textOf: TextOf,
): readonly Diagnostic[] =>
  signed(
    found<DocumentRule>(
      documents,
      rules.filter(rule => !needsArchive(rule)),
      surroundings.settings,
      (rule, document) => rule.check(document, surroundings),
    ),
    surroundings.settings,
    textOf,
    () => undefined,
  )

/** What the rules that look at documents in the light of others find in some documents. */
export const judgedTogether = (
  documents: readonly Document[],
  rules: readonly Rule[],
  archive: Archive,
  textOf: TextOf,
): readonly Diagnostic[] =>
  signed(
    found<ArchiveRule>(documents, rules.filter(needsArchive), archive.settings, (rule, document) =>
      rule.check(document, archive),
    ),
    archive.settings,
    textOf,
    archive.byPath,
  )

/** The verdict on the files that are judged, from all that was found in them, without what is exempted. */
export function verdictOf(
  archive: Archive,
  judges: (path: string) => boolean,
  rules: readonly Rule[],
  found: readonly Diagnostic[],
): Verdict {
  const { diagnostics, exempted } = withoutExempted(archive, judges, rules, found)
  const documents = archive.documents.filter(({ path }) => judges(path))
  const skipped = archive.skipped.filter(({ path }) => judges(path))
  const unreadable = documents.filter(document => document.unreadable).length
  return {
    diagnostics: diagnostics.toSorted(inOrder),
    files: documents.length + skipped.length,
    checked: documents.length - unreadable,
    unreadable,
    skipped,
    exempted: exempted.toSorted(inOrder),
  }
}

/** A finding before it is signed and placed. */
interface Found {
  readonly rule: Rule
  readonly document: Document
  readonly finding: Finding
}

function found<Asked extends Rule>(
  documents: readonly Document[],
  rules: readonly Asked[],
  settings: Settings,
  ask: (rule: Asked, document: Document) => Iterable<Finding>,
): readonly Found[] {
  const forTyp = rulesByTyp(rules.filter(rule => levelSet(rule, settings) !== 'off'))
  const all: Found[] = []
  for (const document of documents) {
    for (const rule of forTyp(document)) {
      for (const finding of ask(rule, document)) all.push({ rule, document, finding })
    }
  }
  return all
}

/** Findings with the name and level of their rules and the columns of their places. */
function signed(
  all: readonly Found[],
  settings: Settings,
  textOf: TextOf,
  byPath: (path: string) => Document | undefined,
): readonly Diagnostic[] {
  const placing = placer(textOf)
  return all.map(({ rule, document, finding }) => {
    const path = finding.path ?? document.path
    const judged = path === document.path ? document : (byPath(path) ?? document)
    return {
      ...finding,
      rule: rule.name,
      path,
      level: levelOf(rule, finding, judged.stage, settings),
      span: placing(path, finding.at),
      ...stated('fix', placed(finding, path, placing)),
    }
  })
}

/** The repair of a finding, with the lines and columns of its place. */
function placed({ fix, at }: Finding, path: string, placing: ReturnType<typeof placer>): Fix | undefined {
  if (fix === undefined || fix.does !== 'put') return fix
  return { ...fix, span: placing(path, fix.at ?? at) }
}

/** The level of a finding: what the archive has set, else what the finding or its rule says for the stage of the document. */
function levelOf(rule: Rule, finding: Pick<Finding, 'level'>, stage: Stage, settings: Settings): Level {
  const set = levelSet(rule, settings)
  if (set !== undefined && set !== 'off') return set
  if (finding.level !== undefined)
    return stage === 'draft' && rule.unreadable !== true ? gentler(finding.level) : finding.level
  return levelsOf(rule)[stage] ?? 'note'
}

/** The level that an archive has set for a rule; none counts for one about what may never be there. */
const levelSet = (rule: Rule, { levels }: Settings): Level | 'off' | undefined =>
  rule.exempt === 'never' ? undefined : levels.get(rule.name)

function rulesByTyp<Asked extends Rule>(rules: readonly Asked[]): (document: Document) => readonly Asked[] {
  const known = new Map<string, readonly Asked[]>()
  return document => {
    const key = `${document.role} ${document.unreadable} ${document.stage} ${document.typ}`
    let chosen = known.get(key)
    if (chosen === undefined) {
      chosen = rules.filter(
        rule =>
          (document.role === 'document' || rule.registers === true) &&
          (!document.unreadable || rule.unreadable === true) &&
          (rule.kinds === undefined || rule.kinds.includes(document.typ ?? '')) &&
          levelsOf(rule)[document.stage] !== undefined,
      )
      known.set(key, chosen)
    }
    return chosen
  }
}

const inOrder = (a: Diagnostic, b: Diagnostic): number => {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (
    a.span.line - b.span.line ||
    a.span.column - b.span.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}
