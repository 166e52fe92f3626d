// Everything that `validate` can say, as it says it at 80 columns, from the rules' own examples: test/gallery/*.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { excerpts } from '../src/archive/excerpts.js'
import { exemplify } from '../src/archive/exemplify.js'
import { diagnosed } from '../src/model/diagnosed.js'
import type { Rule } from '../src/model/rule.js'
import { FAMILIES } from '../src/model/rule-family.js'
import type { Language } from '../src/model/said.js'
import { RULES_BY_FAMILY } from '../src/rules/index.js'
import { DEMONSTRATION, KINDS, ROOT } from './demonstration.js'
import { PLAIN } from './plain-paint.js'

const GALLERY = join(ROOT, 'test/gallery')
const LANGUAGES: readonly Language[] = ['sv', 'en']

describe.each(FAMILIES)('$name', ({ name, title }) => {
  test('the page shows what the rules say', { timeout: 120_000 }, async () => {
    const chapters: string[] = []
    for (const rule of RULES_BY_FAMILY[name]) chapters.push(await chapter(rule))
    const page = `# ${title.sv}\n\nGenererad ur reglernas exempel; \`npm run update\` skriver om den.\n\n${chapters.join('\n')}`
    const path = join(GALLERY, `${name}.md`)
    const now = existsSync(path) ? readFileSync(path, 'utf8') : ''
    if (now !== page && process.env['UPDATE'] === '1') {
      mkdirSync(GALLERY, { recursive: true })
      writeFileSync(path, page)
    } else expect(now === page, `test/gallery/${name}.md is stale: run \`npm run update\``).toBe(true)
  })
})

test('every page is of a family', () => {
  expect(readdirSync(GALLERY).sort()).toEqual(FAMILIES.map(({ name }) => `${name}.md`).sort())
})

/** A rule with each thing that it says, once. */
async function chapter(rule: Rule): Promise<string> {
  const parts = [`## ${rule.name}\n\n${rule.states.sv}\n`]
  const said = new Set<string>()
  for (const example of rule.examples.filter(({ finds }) => finds.length > 0)) {
    const { archive, diagnostics, textOf } = await exemplify(rule, example, {
      base: DEMONSTRATION,
      kinds: KINDS,
    })
    const excerpt = excerpts(archive, textOf)
    const fresh = diagnostics.filter(({ says, advice }) => {
      const key = `${says.sv}\n${advice.sv}`
      return !said.has(key) && said.add(key)
    })
    if (fresh.length === 0) continue
    const shown = LANGUAGES.map(language => {
      const surface = { language, columns: 80, paint: PLAIN }
      const texts = fresh.map(each => visible(diagnosed(each, excerpt(each), surface)))
      return `\`\`\`text\n${texts.join('\n').trimEnd()}\n\`\`\`\n`
    })
    parts.push(`${example.shows.sv}:\n\n${shown.join('\n')}`)
  }
  return parts.join('\n')
}

/** Characters that are not seen, as their numbers: the page is to be read. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, character =>
    character === '\n' ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
