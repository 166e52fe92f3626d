import type { Explanation, ShownExample } from './explanation.js'
import type { Rule } from './rule.js'
import { levelsOf } from './rule-levels.js'
import type { Language, Said } from './said.js'

/** A rule as data: its name, family, levels by stage (null where it is silent), and its sentences. */
export function ruleAsData(rule: Rule, family: Said, language: Language) {
  const { draft, review, final } = levelsOf(rule)
  return {
    name: rule.name,
    family: family[language],
    levels: { draft: draft ?? null, review: review ?? null, final: final ?? null },
    states: rule.states[language],
    because: rule.because[language],
    kinds: rule.kinds ?? null,
  }
}

/** An explanation as data: the rule, what the archive has set, the ways out, and the examples that are shown. */
export function explanationAsData(explanation: Explanation, language: Language) {
  const { rule, family, set, exemption, mends, bad, good } = explanation
  return {
    ...ruleAsData(rule, family, language),
    set: set ?? null,
    exemptible: exemption === 'with a reason',
    fix: mends === 'nothing' ? null : mends,
    bad: bad === undefined ? null : exampleAsData(bad, language),
    good: good === undefined ? null : exampleAsData(good, language),
  }
}

const exampleAsData = ({ shows, path, findings, lines }: ShownExample, language: Language) => ({
  shows: shows[language],
  path,
  lines,
  findings: findings.map(({ level, path: at, span, says, advice }) => ({
    level,
    path: at,
    ...span,
    message: says[language],
    advice: advice[language],
  })),
})
