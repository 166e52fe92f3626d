import type { Example } from '../model/rule.js'

/** The files of an example: the demonstration archive with what the example changes, and which file it is about. */
export interface Demonstration {
  readonly files: Readonly<Record<string, string>>
  /** The judged document. */
  readonly path: string
  readonly today: string
}

/** The day on which examples are judged when they name none. */
const DAY = '2024-06-10'

/** Builds the small archive that an example of a rule is about. `base` is the demonstration archive by path. */
export function demonstrate(example: Example, base: Readonly<Record<string, string>>): Demonstration {
  const home = homeOf(example.typ ?? 'protokoll', base)
  const text = example.text ?? changed(base[home] ?? '', example)
  const path = example.path ?? home
  const files: Record<string, string> = { ...base }
  if (path !== home) delete files[home]
  files[path] = text
  for (const [other, content] of Object.entries(example.files ?? {})) {
    if (content === undefined) delete files[other]
    else files[other] = content
  }
  return { files, path, today: example.today ?? DAY }
}

/** The last document of a kind in the demonstration archive. */
function homeOf(typ: string, base: Readonly<Record<string, string>>): string {
  const home = Object.keys(base)
    .filter(path => path.endsWith('.md') && base[path]?.includes(`\ntyp: ${typ}\n`))
    .sort()
    .at(-1)
  if (home === undefined && base[typ] !== undefined) return typ
  if (home === undefined) throw new Error(`The demonstration archive has no ${typ}.`)
  return home
}

function changed(text: string, { front = {}, body }: Example): string {
  const close = text.indexOf('\n---\n', 4)
  const isDocument = text.startsWith('---\n') && close > 0
  let yaml = isDocument ? text.slice(4, close + 1) : text
  for (const [key, value] of Object.entries(front)) yaml = withField(yaml, key, value)
  if (!isDocument) return yaml
  const rest = text.slice(close + 5)
  const title = /^\n# .*\n/.exec(rest)?.[0] ?? ''
  return `---\n${yaml}---\n${body === undefined ? rest : `${title}\n${body.replace(/^\n+/, '')}`}`
}

/** Sets, adds or takes away one top-level field of YAML text, with the lines that belong to it. */
function withField(yaml: string, key: string, value: string | undefined): string {
  const lines = yaml.split('\n')
  const start = lines.findIndex(line => line.startsWith(`${key}:`))
  const line = value === undefined ? [] : [`${key}:${value.startsWith('\n') ? '' : ' '}${value}`]
  if (start < 0) return [...lines.slice(0, -1), ...line, ''].join('\n')
  let end = start + 1
  while (end < lines.length && /^(?: |- |#)/.test(lines[end] ?? '')) end++
  return [...lines.slice(0, start), ...line, ...lines.slice(end)].join('\n')
}
