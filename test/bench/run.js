// npm run bench -- [--sizes 1000,10000] [--rounds 5] [--program FOLDER]
// Whole processes on both sides of every comparison, interleaved, medians. Trust the ratios, not the milliseconds.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
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
const at = size => join(folder, String(size))
const changedAt = size => join(folder, `${size}-changed`)
const git = (top, ...words) =>
  spawnSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@b', ...words], { cwd: top })
const changing = new Map()
for (const size of sizes) {
  for (const top of [at(size), changedAt(size)]) {
    writeArchive(top, size, text => {
      const { fields, body } = partFrontMatter(text)
      return sealOf(fields, body)
    })
    git(top, 'init', '--quiet')
    git(top, 'add', '--all')
    git(top, 'commit', '--quiet', '-m', 'start')
    // Twice: what is kept is there, and so is what git sees of it.
    for (let time = 0; time < 2; time++) spawnSync(process.execPath, [program, 'validate', '--archive', top])
  }
  const paths = readdirSync(join(changedAt(size), 'moten'), { recursive: true }).filter(path =>
    path.endsWith('.md'),
  )
  changing.set(
    size,
    paths.filter((_, index) => index % 80 === 0).map(path => join(changedAt(size), 'moten', path)),
  )
}
/** Changes one document in a hundred: 80 of a hundred are of meetings. */
const change = size => {
  for (const path of changing.get(size)) appendFileSync(path, ' ')
}

const cases = [
  { name: 'node', words: ['-e', '0'] },
  { name: '--version', words: [program, '--version'] },
  { name: '--help', words: [program, '--help'] },
  ...sizes.flatMap(size => {
    const validate = top => [program, 'validate', '--quiet', '--archive', top]
    const report = [program, 'report', 'deviations', '--year', '2010', '--archive', at(size)]
    return [
      { name: `F ${size}`, words: [join(here, 'floor.js'), at(size)], size },
      { name: `reading ${size}`, words: [join(here, 'read.js'), parts, asked.program, at(size)], size },
      { name: `validate ${size}`, words: [...validate(at(size)), '--no-cache'], size },
      { name: `  nothing changed`, words: validate(at(size)), size },
      { name: `  1 % changed`, words: validate(changedAt(size)), size, before: () => change(size) },
      { name: `report ${size}`, words: [...report, '--no-cache'], size },
      { name: `  remembered`, words: report, size },
    ]
  }),
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

const times = new Map(cases.map(each => [each, []]))
for (let round = 0; round < rounds; round++) {
  for (const each of cases) {
    each.before?.()
    times.get(each).push(run(each.words).time)
  }
}
const used = new Map(
  cases.map(({ name, words, size }) => [
    `${name} ${size}`,
    JSON.parse(run(words, ['--import', join(here, 'tell-usage.js')]).told),
  ]),
)
const timeOf = (wanted, of) =>
  median(times.get(cases.find(({ name, size }) => name === wanted && size === of)))
const node = timeOf('node')

print(`node ${process.version}, ${rounds} rounds interleaved, medians of whole processes\n`)
print('case                    ms   × node    × F   × F net of node start   CPU ms   peak MB')
for (const each of cases) {
  const { name, size } = each
  const time = median(times.get(each))
  const floor = size === undefined ? undefined : timeOf(`F ${size}`, size)
  const ratio = floor === undefined ? '' : (time / floor).toFixed(2)
  const net = floor === undefined ? '' : ((time - node) / (floor - node)).toFixed(1)
  const { memory, processor } = used.get(`${name} ${size}`)
  print(
    `${name.padEnd(18)}${time.toFixed(0).padStart(8)}${(time / node).toFixed(2).padStart(9)}${ratio.padStart(7)}${net.padStart(24)}${processor.toFixed(0).padStart(9)}${(memory / 1024).toFixed(0).padStart(10)}`,
  )
}
for (const [index, size] of sizes.entries()) {
  const smaller = sizes[index - 1]
  if (smaller === undefined) continue
  const growth =
    used.get(`validate ${size} ${size}`).processor / used.get(`validate ${smaller} ${smaller}`).processor
  print(`\ngrowth of CPU, ${smaller} → ${size} documents (× ${size / smaller}): × ${growth.toFixed(1)}`)
}
