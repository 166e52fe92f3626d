import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { type CasePage, isAsSaid, readCasePage } from './case-page.js'
import { commandsOf, expectAsSaid, inProcess, PAGES, played, type Result } from './played-page.js'

test.each(PAGES)('%s, in this process', async (_, file) => {
  if (process.env['UPDATE'] !== '1') return expectAsSaid(file, inProcess)
  const text = readFileSync(file, 'utf8')
  const page = readCasePage(text)
  writeFileSync(file, updated(text, page, await played(page, inProcess)))
})

/** The page with what the commands really printed, where it differs from what the page said. */
function updated(text: string, page: CasePage, results: readonly Result[]): string {
  const lines = text.split('\n')
  for (const [index, step] of [...commandsOf(page).entries()].reverse()) {
    const { output = '', code = 0 } = results[index] ?? {}
    if (isAsSaid(output, step.output) && code === step.code) continue
    const said = [...(output === '' ? [] : output.split('\n')), ...(code === 0 ? [] : [`[${code}]`])]
    lines.splice(step.from, step.to - step.from, ...said)
  }
  return lines.join('\n')
}
