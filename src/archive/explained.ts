import type { Diagnostic, Level } from '../model/diagnostic.js'
import { type Explanation, type ShownExample, tellingLines } from '../model/explanation.js'
import { stated } from '../model/fields.js'
import { mayBeExempted, type Rule } from '../model/rule.js'
import type { Said } from '../model/said.js'
import { hasPersonalNumber } from './excerpts.js'
import { type Exemplified, exemplify, type Stage } from './exemplify.js'

/** Explains a rule by its own words and examples. `set`: what the archive one stands in has set for it. */
export async function explained(
  rule: Rule,
  family: Said,
  stage: Stage,
  set: Level | 'off' | undefined,
): Promise<Explanation> {
  const examples: Exemplified[] = []
  for (const example of rule.examples) examples.push(await exemplify(rule, example, stage))
  const bad = examples.find(({ diagnostics }) => diagnostics.length > 0)
  const good = bad === undefined ? undefined : await goodFor(bad, examples, rule, stage)
  return {
    rule,
    family,
    set,
    exemption: mayBeExempted(rule) ? 'with a reason' : rule.exempt === 'never' ? 'never' : 'unreadable',
    mends: mendsOf(examples.flatMap(({ diagnostics }) => diagnostics)),
    bad: bad === undefined ? undefined : shownBad(bad),
    good: bad === undefined || good === undefined ? undefined : shownGood(good, bad),
  }
}

/** The good example that is most like a bad one and shows what is to be written; else the document that the bad one was made of. */
async function goodFor(
  bad: Exemplified,
  examples: readonly Exemplified[],
  rule: Rule,
  stage: Stage,
): Promise<Exemplified | undefined> {
  const goods = examples.filter(({ diagnostics }) => diagnostics.length === 0)
  const differing = (each: Exemplified) =>
    tellingLines(textAt(each), textAt(bad), Number.POSITIVE_INFINITY).length
  const alike = goods
    .filter(each => each.path === bad.path && differing(each) > 0)
    .toSorted((a, b) => differing(a) - differing(b))
  if (alike[0] !== undefined) return alike[0]
  const { typ } = bad.example
  const before = await exemplify(rule, { shows: AS_IT_WAS, finds: [], ...stated('typ', typ) }, stage)
  return before.diagnostics.length === 0 ? before : goods[0]
}

const AS_IT_WAS: Said = { sv: 'Så som det stod från början', en: 'As it stood from the beginning' }

const textAt = ({ path, textOf }: Exemplified): string => textOf(path) ?? ''

/** The examples are the program's own and tell of nobody: their lines are shown whatever their documents are graded. */
function shownBad({ example, path, diagnostics, textOf }: Exemplified): ShownExample {
  const lines = diagnostics.slice(0, 1).flatMap(({ path: at, span }) => {
    const text = textOf(at)?.split('\n')[span.line - 1]
    return text === undefined || hasPersonalNumber(text) ? [] : [{ line: span.line, text }]
  })
  return { shows: example.shows, path, findings: diagnostics, lines }
}

function shownGood(good: Exemplified, bad: Exemplified): ShownExample {
  const lines = tellingLines(textAt(good), textAt(bad), MOST_LINES)
  return {
    shows: good.example.shows,
    path: good.path,
    findings: [],
    lines: lines.filter(({ text }) => !hasPersonalNumber(text)),
  }
}

/** A good example is shown by so many lines. */
const MOST_LINES = 8

/** The least daring repair that its findings offer. */
function mendsOf(found: readonly Diagnostic[]): Explanation['mends'] {
  const fixes = found.flatMap(({ fix }) => fix?.safety ?? [])
  if (fixes.includes('safe')) return 'safe'
  return fixes.length > 0 ? 'unsafe' : 'nothing'
}
