// node test/bench/steering.js [--rounds 3] [--keep FOLDER]
// The steering group's yearly pack over ten years and twenty groups: whole processes beside a bare node start and a
// command that only reads the archive, medians. With --keep the archive is written there and left, for a profile.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeDecade } from './write-decade.js'

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
    program: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
  },
})
const here = fileURLToPath(new URL('.', import.meta.url))
const program = join(asked.program, 'bin/samverkan.js')
const print = line => process.stdout.write(`${line}\n`)

if (!existsSync(join(asked.program, 'dist/main.js'))) {
  print('Run `npm run build` first.')
  process.exit(2)
}
const folder = asked.keep ?? mkdtempSync(join(tmpdir(), 'samverkan-decade-'))
if (asked.keep === undefined) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
if (!existsSync(join(folder, 'samverkan.yaml'))) writeDecade(folder)
const documents = readdirSync(folder, { recursive: true }).filter(path => path.endsWith('.md')).length

const cases = [
  { name: 'node', words: ['-e', '0'] },
  { name: 'list (reads all)', words: [program, 'list', 'rutin', '--archive', folder] },
  {
    name: 'steering, one year',
    words: [program, 'report', 'steering', '--year', '2024', '--archive', folder],
  },
  {
    name: 'steering, ten years',
    words: [program, 'report', 'steering', '--from', '2015', '--to', '2024', '--archive', folder],
  },
]
const environment = { ...process.env, SAMVERKAN_AS_OF: '2024-12-31' }
const run = (words, options = []) => {
  const start = performance.now()
  const child = spawnSync(process.execPath, [...options, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: environment,
    maxBuffer: 2 ** 28,
  })
  if (child.status !== 0) print(`exit ${child.status}: ${words.join(' ')}\n${child.stderr.slice(-400)}`)
  return { time: performance.now() - start, told: child.output[3] }
}
const median = numbers => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]

const times = new Map(cases.map(({ name }) => [name, []]))
for (let round = 0; round < Number(asked.rounds); round++) {
  for (const { name, words } of cases) times.get(name).push(run(words).time)
}
print(`node ${process.version}, ${documents} documents, ${asked.rounds} rounds interleaved, medians\n`)
print('case                        ms   × node   CPU ms   peak MB')
for (const { name, words } of cases) {
  const time = median(times.get(name))
  const { memory, processor } = JSON.parse(run(words, ['--import', join(here, 'tell-usage.js')]).told)
  print(
    `${name.padEnd(22)}${time.toFixed(0).padStart(8)}${(time / median(times.get('node'))).toFixed(1).padStart(9)}${processor.toFixed(0).padStart(9)}${(memory / 1024).toFixed(0).padStart(10)}`,
  )
}
