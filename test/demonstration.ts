import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { demonstrate } from '../src/archive/demonstrate.js'
import { judge } from '../src/archive/judge.js'
import { loadArchive } from '../src/archive/load.js'
import { folderSource, textSource } from '../src/archive/source.js'
import { readKindSet } from '../src/kinds/kind-set.js'
import type { Day } from '../src/model/day.js'
import type { Diagnostic } from '../src/model/diagnostic.js'
import type { Example, Rule } from '../src/model/rule.js'
import { realDisk } from '../src/system/disk.js'

/** Root of the project. */
export const ROOT = new URL('..', import.meta.url).pathname.replace(/\/$/, '')

/** The program's own kinds. */
export const KINDS = readKindSet(folderSource(realDisk(), join(ROOT, 'templates')))

/** Every file of a folder as text, by path. */
export function textsIn(folder: string): Record<string, string> {
  const texts: Record<string, string> = {}
  const walk = (at: string, prefix: string) => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name)
      if (statSync(path).isDirectory()) walk(path, `${prefix}${name}/`)
      else texts[`${prefix}${name}`] = readFileSync(path, 'utf8')
    }
  }
  walk(folder, '')
  return texts
}

/** The demonstration archive that every rule's examples build on. */
export const DEMONSTRATION = textsIn(join(ROOT, 'templates/demonstration'))

/** An archive of texts, loaded. */
export const archiveOfTexts = (files: Readonly<Record<string, string>>, today = '2024-06-10') =>
  loadArchive(textSource(files), KINDS, today as Day)

/** What rules find in an archive of texts. */
async function findings(
  files: Readonly<Record<string, string>>,
  rules: readonly Rule[],
  today?: string,
): Promise<readonly Diagnostic[]> {
  const archive = await archiveOfTexts(files, today)
  return judge({
    archive,
    rules,
    judges: () => true,
    textOf: path => files[path]?.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
  }).diagnostics
}

/** Where a rule found something in an example, as `path:line`, and where it was to: both sorted. */
export async function outcome(rule: Rule, example: Example) {
  const { files, path, today } = demonstrate(example, DEMONSTRATION)
  const found = await findings(files, [rule], today)
  const wanted = example.finds.map(find => {
    const [, other, fragment] = /^([^\s:]+\.(?:md|yaml)): (.*)$/s.exec(find) ?? [find, path, find]
    const lines = (files[other ?? ''] ?? '').split('\n')
    const line = lines.findIndex(each => each.includes(fragment ?? '')) + 1
    if (line === 0) throw new Error(`No line of ${other} has «${fragment}».`)
    return `${other}:${line}`
  })
  return {
    found: found.map(each => `${each.path}:${each.span.line}`).sort(),
    wanted: wanted.sort(),
    diagnostics: found,
  }
}
