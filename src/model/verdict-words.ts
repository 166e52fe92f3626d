import { LEVELS, type Level, type Verdict } from './diagnostic.js'
import type { Said } from './said.js'

/** "76 filer: 75 granskade, 1 överhoppad, 0 oläsliga.": the nothing-disappears invariant, said in every summary. */
export const filesSaid = ({ files, checked, skipped, unreadable }: Verdict): Said => ({
  sv: `${counted(files, 'fil', 'filer')}: ${counted(checked, 'granskad', 'granskade')}, ${counted(skipped.length, 'överhoppad', 'överhoppade')}, ${counted(unreadable, 'oläslig', 'oläsliga')}.`,
  en: `${counted(files, 'file', 'files')}: ${checked} checked, ${skipped.length} skipped, ${unreadable} unreadable.`,
})

/** "2 fel, 1 varning, 0 anmärkningar.", or that there was nothing. */
export function foundSaid({ diagnostics, exempted }: Verdict): Said {
  const apart: Said =
    exempted.length === 0
      ? { sv: '', en: '' }
      : {
          sv: ` ${counted(exempted.length, 'undantag', 'undantag')} med skäl.`,
          en: ` ${counted(exempted.length, 'exemption', 'exemptions')} with reasons.`,
        }
  if (diagnostics.length === 0)
    return { sv: `Inget att anmärka.${apart.sv}`, en: `Nothing to remark.${apart.en}` }
  const [errors = 0, warnings = 0, notes = 0] = LEVELS.map(
    level => diagnostics.filter(each => each.level === level).length,
  )
  return {
    sv: `${counted(errors, 'fel', 'fel')}, ${counted(warnings, 'varning', 'varningar')}, ${counted(notes, 'anmärkning', 'anmärkningar')}.${apart.sv}`,
    en: `${counted(errors, 'error', 'errors')}, ${counted(warnings, 'warning', 'warnings')}, ${counted(notes, 'note', 'notes')}.${apart.en}`,
  }
}

/** What a level is called. */
export const LEVEL_NAMES: Readonly<Record<Level, Said>> = {
  error: { sv: 'fel', en: 'error' },
  warning: { sv: 'varning', en: 'warning' },
  note: { sv: 'anmärkning', en: 'note' },
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
