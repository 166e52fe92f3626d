// npm run bench -- [--sizes 1000,10000] [--rounds 5] [--program FOLDER]
// Whole processes on both sides of every comparison, interleaved, medians. Trust the ratios, not the milliseconds.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'rolldown'
import { writeArchive } from './write-archive.js'

const { values: asked } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    rounds: { type: 'string', default: '5' },
    program: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
  },
})
const sizes = asked.sizes.split(',').map(Number)
const rounds = Math.max(5, Number(asked.rounds))
const here = fileURLToPath(new URL('.', import.meta.url))
const program = join(asked.program, 'bin/samverkan.js')
const print = line => process.stdout.write(`${line}\n`)

if (!existsSync(join(asked.program, 'dist/main.js'))) {
  print('Run `npm run build` first.')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'samverkan-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const parts = join(folder, 'parts.js')
await build({
  input: join(asked.program, 'test/bench/parts.ts'),
  platform: 'node',
  output: { file: parts, codeSplitting: false },
  logLevel: 'silent',
})
const { sealOf, partFrontMatter } = await import(parts)
for (const size of sizes) {
  writeArchive(join(folder, String(size)), size, text => {
    const { fields, body } = partFrontMatter(text)
    return sealOf(fields, body)
  })
}

const at = size => join(folder, String(size))
const cases = [
  { name: 'node', words: ['-e', '0'] },
  { name: '--version', words: [program, '--version'] },
  { name: '--help', words: [program, '--help'] },
  ...sizes.flatMap(size => [
    { name: `F ${size}`, words: [join(here, 'floor.js'), at(size)], size },
    { name: `reading ${size}`, words: [join(here, 'read.js'), parts, asked.program, at(size)], size },
    { name: `validate ${size}`, words: [program, 'validate', '--quiet', '--archive', at(size)], size },
  ]),
]
const run = (words, options = []) => {
  const start = performance.now()
  const child = spawnSync(process.execPath, [...options, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (child.status !== 0)
    print(`exit ${child.status}: ${words.join(' ')}\n${child.stdout.slice(-400)}${child.stderr.slice(-400)}`)
  return { time: performance.now() - start, told: child.output[3] }
}
const median = numbers => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]

const times = new Map(cases.map(({ name }) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const { name, words } of cases) times.get(name).push(run(words).time)
}
const used = new Map(
  cases.map(({ name, words }) => [
    name,
    JSON.parse(run(words, ['--import', join(here, 'tell-usage.js')]).told),
  ]),
)
const node = median(times.get('node'))

print(`node ${process.version}, ${rounds} rounds interleaved, medians of whole processes\n`)
print('case                  ms   × node    × F   × F net of node start   CPU ms   peak MB')
for (const { name, size } of cases) {
  const time = median(times.get(name))
  const floor = size === undefined ? undefined : median(times.get(`F ${size}`))
  const ratio = floor === undefined ? '' : (time / floor).toFixed(2)
  const net = floor === undefined ? '' : ((time - node) / (floor - node)).toFixed(1)
  const { memory, processor } = used.get(name)
  print(
    `${name.padEnd(16)}${time.toFixed(0).padStart(8)}${(time / node).toFixed(2).padStart(9)}${ratio.padStart(7)}${net.padStart(24)}${processor.toFixed(0).padStart(9)}${(memory / 1024).toFixed(0).padStart(10)}`,
  )
}
for (const [index, size] of sizes.entries()) {
  const smaller = sizes[index - 1]
  if (smaller === undefined) continue
  const growth = used.get(`validate ${size}`).processor / used.get(`validate ${smaller}`).processor
  print(`\ngrowth of CPU, ${smaller} → ${size} documents (× ${size / smaller}): × ${growth.toFixed(1)}`)
}
