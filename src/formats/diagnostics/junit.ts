import { xmlText } from '../../exchange/xml-text.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Format, Shown } from '../../model/format.js'
import type { Language } from '../../model/said.js'
import { filesSaid, foundSaid, LEVEL_NAMES } from '../../model/verdict-words.js'

/**
 * Diagnostics as a test report: a suite for each file with findings, a test for each of them. An error is a failed
 * test; warnings and notes are skipped ones, which fail nothing. The first suite is the judging itself.
 */
export const format: Format = {
  name: 'junit',
  about: { sv: 'en testrapport (JUnit XML) för CI', en: 'a test report (JUnit XML) for CI' },
  diagnostics: (shown, { language }) => {
    const { verdict, diagnostics, base } = shown
    const byPath = new Map<string, Diagnostic[]>()
    for (const diagnostic of diagnostics) {
      const found = byPath.get(diagnostic.path)
      if (found === undefined) byPath.set(diagnostic.path, [diagnostic])
      else found.push(diagnostic)
    }
    const suites = [...byPath].map(([path, found]) => suiteOf(base + path, found, language))
    const all = `tests="${diagnostics.length + 1}" ${counted(diagnostics)}`
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="samverkan validate" ${all}>`,
      '  <testsuite name="samverkan validate" tests="1" failures="0" errors="0" skipped="0">',
      `    <testcase classname="samverkan validate" name="${attribute(filesSaid(verdict)[language])}">`,
      `      <system-out>${summed(shown, language)}</system-out>`,
      '    </testcase>',
      '  </testsuite>',
      ...suites,
      '</testsuites>',
      '',
    ].join('\n')
  },
}

function suiteOf(path: string, found: readonly Diagnostic[], language: Language): string {
  const seen = new Map<string, number>()
  const tests = found.map(diagnostic => {
    const { rule, level, span, says, advice } = diagnostic
    const said = `${rule}: ${says[language]}`
    const times = (seen.get(said) ?? 0) + 1
    seen.set(said, times)
    const name = times === 1 ? said : `${said} (${times})`
    const where = `${path}:${span.line}:${span.column}`
    const words = `${where} ${LEVEL_NAMES[level][language]} ${rule}\n${says[language]}\n${advice[language]}`
    const verdict =
      level === 'error'
        ? `      <failure type="${attribute(rule)}" message="${attribute(says[language])}">${content(words)}</failure>`
        : `      <skipped message="${attribute(`${LEVEL_NAMES[level][language]}: ${says[language]}`)}">${content(words)}</skipped>`
    return [
      `    <testcase classname="${attribute(path)}" name="${attribute(name)}" file="${attribute(path)}" line="${span.line}">`,
      verdict,
      '    </testcase>',
    ].join('\n')
  })
  return [
    `  <testsuite name="${attribute(path)}" tests="${found.length}" ${counted(found)}>`,
    ...tests,
    '  </testsuite>',
  ].join('\n')
}

function counted(found: readonly Diagnostic[]): string {
  const failures = found.filter(({ level }) => level === 'error').length
  return `failures="${failures}" errors="0" skipped="${found.length - failures}"`
}

function summed({ verdict }: Shown, language: Language): string {
  const skipped = verdict.skipped.map(({ path, reason }) => `${path}: ${reason[language]}`)
  return content([foundSaid(verdict)[language], ...skipped].join('\n'))
}

/** Nothing that the log of a CI runner would take for a command of its own. */
const content = (text: string): string =>
  xmlText(text)
    .replaceAll('##[', '#&#35;[')
    .replaceAll(/^(\s*):(?=:)/gm, '$1&#58;')

const attribute = (text: string): string => content(text).replace(/[\t\n\r]+/g, ' ')
