import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsOf } from '../../src/archive/agenda.js'
import { judge } from '../../src/archive/judge.js'
import type { Archive } from '../../src/model/archive.js'
import type { Day } from '../../src/model/day.js'
import { groupOf } from '../../src/model/group.js'
import { RULES } from '../../src/rules/index.js'
import { archiveOfTexts, DEMONSTRATION } from '../demonstration.js'

/** What happens to one thing at one meeting. */
type Move = 'nothing' | 'cite' | 'repeat' | 'tick' | 'put off'

/** Something that a meeting gives, and what the meetings after it do with it. */
interface Given {
  readonly what: 'action' | 'item'
  readonly moves: readonly Move[]
}

/** The meetings of a group: what each gives. */
const HISTORIES = fc.array(
  fc.array(
    fc.record({
      what: fc.constantFrom('action' as const, 'item' as const),
      moves: fc.array(fc.constantFrom<Move>('nothing', 'cite', 'cite', 'repeat', 'tick', 'put off'), {
        maxLength: 7,
      }),
    }),
    { maxLength: 3 },
  ),
  { minLength: 1, maxLength: 7 },
)

const dayAt = (meeting: number): Day => `2024-${String(meeting + 1).padStart(2, '0')}-15` as Day
const idAt = (meeting: number): string => `MA-prov-${dayAt(meeting)}`

/** The truth about a thing, told by the history itself: where it stands last, and how. */
interface Told {
  readonly name: string
  /** The address under which it was given last. */
  readonly address: string
  readonly state: 'open' | 'closed' | 'settled'
  /** The first meeting that should have had it and had not. */
  readonly missed: number | undefined
}

/** Writes a history as minutes, and tells the truth about it. */
function written(history: readonly (readonly Given[])[]): {
  files: Record<string, string>
  told: readonly Told[]
} {
  const lines: string[][] = history.map(() => [])
  const told: Told[] = []
  for (const [meeting, things] of history.entries()) {
    for (const [index, { what, moves }] of things.entries()) {
      const name = `sak ${meeting} ${index}`
      told.push(what === 'action' ? action(name, meeting, moves, lines) : item(name, meeting, moves, lines))
    }
  }
  const files = Object.fromEntries(
    lines.map((body, meeting) => [
      `moten/prov/2024/${dayAt(meeting)}-anteckningar.md`,
      `---\nid: ${idAt(meeting)}\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: prov\ndatum: ${dayAt(meeting)}\n---\n\n# Möte\n\n${body.join('\n\n')}\n`,
    ]),
  )
  return { files, told }
}

/** An action under a heading of its own, cited, given anew, ticked where it stands or forgotten. */
function action(name: string, meeting: number, moves: readonly Move[], lines: string[][]): Told {
  let at = meeting
  let last = meeting
  let missed: number | undefined
  let state: Told['state'] = 'open'
  const places = [meeting]
  for (let later = meeting + 1; later < lines.length; later++) {
    const move = moves[later - meeting - 1] ?? 'nothing'
    if (move === 'cite')
      lines[later]?.push(
        `## Uppföljning ${name} ${later}\n\n- ${idAt(at)} "Uppdrag ${name} ${at}" u1: på gång`,
      )
    else if (move === 'repeat') {
      at = later
      places.push(later)
    } else if (move === 'tick') {
      state = 'closed'
      break
    } else continue
    last = later
  }
  if (state === 'open') missed = last + 1 < lines.length ? last + 1 : undefined
  for (const place of places) {
    const isLast = place === at
    lines[place]?.push(
      `## Uppdrag ${name} ${place}\n\n- [${isLast && state === 'closed' ? 'x' : ' '}] Alva Ask: göra ${name}`,
    )
  }
  return { name, address: `${idAt(at)} "Uppdrag ${name} ${at}" u1`, state, missed }
}

/** An item that is put off to the next meeting, once or more, and taken up or forgotten. */
function item(name: string, meeting: number, moves: readonly Move[], lines: string[][]): Told {
  let at = meeting
  const number = (place: number) => `${(lines[place]?.length ?? 0) + 1}`
  let address = ''
  const putOff = (place: number) => {
    address = `${idAt(place)} § Ärende ${name}`
    lines[place]?.push(`## Ärende ${name}\n\n*Återkommer: ${dayAt(place + 1)}*\n\nText ${number(place)}.`)
  }
  putOff(meeting)
  const next = meeting + 1
  if (next >= lines.length) return { name, address, state: 'open', missed: undefined }
  for (let later = next; later < lines.length; later++) {
    const move = moves[later - meeting - 1] ?? 'nothing'
    if (move === 'nothing') continue
    if (move === 'put off') {
      at = later
      putOff(later)
      continue
    }
    lines[later]?.push(`## Ärende ${name}\n\nTogs upp.`)
    return { name, address, state: 'settled', missed: undefined }
  }
  return { name, address, state: 'open', missed: at + 1 < lines.length ? at + 1 : undefined }
}

const GROUP = (DEMONSTRATION['grupper/demo.md'] ?? '').replaceAll(/\bdemo\b/g, 'prov')

async function archiveOf(
  history: readonly (readonly Given[])[],
): Promise<{ archive: Archive; told: readonly Told[] }> {
  const { files, told } = written(history)
  const archive = await archiveOfTexts({ ...DEMONSTRATION, ...files, 'grupper/prov.md': GROUP }, '2025-06-01')
  return { archive, told }
}

test('whatever happens at the meetings, nothing is lost without being said', async () => {
  await fc.assert(
    fc.asyncProperty(HISTORIES, async history => {
      const { archive, told } = await archiveOf(history)
      const held = archive.fatesOf('prov')
      const next = dayAt(history.length)
      const waiting = archive.waitingFor('prov', next).map(({ address }) => address)
      const group = archive.group('prov')
      if (group === undefined) throw new Error('The group is not there.')
      const agenda = itemsOf({
        archive,
        group: groupOf(group),
        day: next,
        typ: 'kallelse',
        previous: undefined,
        textOf: () => undefined,
      })
      const shown = JSON.stringify(agenda)
      const { diagnostics } = judge({
        archive,
        rules: RULES.filter(({ name }) => name === 'uppdrag-tappat' || name === 'aterkommer-glomd'),
        judges: () => true,
        textOf: () => undefined,
      })
      for (const { name, address, state, missed } of told) {
        const mine = held.find(each => each.waiting.address === address)
        expect(mine, `${name}: ${address}`).toBeDefined()
        const isOpen = state === 'open'
        expect(waiting.includes(address), `${name} ${JSON.stringify(mine?.fate)}`).toBe(isOpen)
        if (isOpen) expect(shown).toContain(name)
        expect(mine?.fate.is === 'lost' ? mine.fate.at.day : undefined, name).toBe(
          missed === undefined ? undefined : dayAt(missed),
        )
      }
      const lost = told.filter(({ missed }) => missed !== undefined).length
      expect(diagnostics.filter(({ path }) => path.startsWith('moten/prov/')).length).toBe(lost)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 150) },
  )
})
