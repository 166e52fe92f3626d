import type { Level, Levels } from './diagnostic.js'
import type { Rule } from './rule.js'

/** The levels of a rule for each stage: as it lists them, or one step gentler on a draft. A rule about unusable files is never gentle. */
export function levelsOf(rule: Pick<Rule, 'level' | 'unreadable'>): Levels {
  if (typeof rule.level !== 'string') return rule.level
  return {
    draft: rule.unreadable === true ? rule.level : gentler(rule.level),
    review: rule.level,
    final: rule.level,
  }
}

/** One step gentler; a note is as gentle as it gets. */
export const gentler = (level: Level): Level => (level === 'error' ? 'warning' : 'note')
