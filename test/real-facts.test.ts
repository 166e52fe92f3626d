import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../src/archive/load.js'
import { folderSource } from '../src/archive/source.js'
import { partOf, readAddress } from '../src/model/address.js'
import type { Day } from '../src/model/day.js'
import { groupOf, membersOn } from '../src/model/group.js'
import { meetingOf, wasThereFor } from '../src/model/meeting.js'
import { presentersIn, properName, resolveOwner } from '../src/model/people.js'
import { positionsIn } from '../src/model/position.js'
import { realDisk } from '../src/system/disk.js'
import { KINDS, ROOT } from './demonstration.js'

const REAL = join(ROOT, '../shared/real-archive')

interface Owner {
  readonly as_written?: string
  readonly unresolved?: boolean
}

interface MeetingFacts {
  readonly date: string
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly other: readonly string[]
  readonly chair: string | null
  readonly secretary: string | null
  readonly convener?: string
  readonly adjusters: readonly string[]
  readonly approvals: number
  readonly previous: string
  readonly sections: readonly {
    readonly no: string | null
    readonly title: string
    readonly level: number
    readonly line: number
  }[]
  readonly unnumbered_sections_level_2: readonly string[]
  readonly numbered_sections: number
  readonly sub_items: number
  readonly decisions: readonly { readonly address: string; readonly text: string; readonly line: number }[]
  readonly decisions_in_prose: readonly {
    readonly section: string
    readonly line: number
    readonly text: string
  }[]
  readonly actions: readonly {
    readonly address: string
    readonly owners_as_written: readonly string[]
    readonly owners: readonly (string | Owner)[]
    readonly due: string | null
    readonly done: boolean
    readonly line: number
  }[]
  readonly presenters: readonly {
    readonly section: string
    readonly as_written: string
    readonly line: number
  }[]
  readonly positions?: readonly { readonly section: string; readonly party: string; readonly line: number }[]
  readonly present_by_paragraph?: Readonly<Record<string, number>>
  readonly next: { readonly datum: string } | null
}

interface Facts {
  readonly documents: Readonly<Record<string, MeetingFacts>>
  readonly register: {
    readonly persons: number
    readonly aliases_of_persons: number
    readonly organisations: number
  }
  readonly matters: Readonly<Record<string, { readonly behandlas_i: readonly string[] }>>
  readonly computed_backlinks: Readonly<Record<string, readonly string[]>>
}

if (!existsSync(REAL)) {
  test('the facts of the real archive were left out: ../shared/real-archive is not there', () =>
    expect(existsSync(REAL)).toBe(false))
} else {
  const { facts } = JSON.parse(readFileSync(join(REAL, 'expected.json'), 'utf8')) as { facts: Facts }
  const archive = await loadArchive(folderSource(realDisk(), REAL), KINDS, '2025-01-01' as Day)
  const meetings = Object.entries(facts.documents).filter(([id]) => !id.startsWith('RUT-'))

  describe.each(meetings)('%s', (id, wanted) => {
    const document = archive.byId(id)
    if (document === undefined) throw new Error(`${id} was not read.`)
    const { body } = document
    const meeting = meetingOf(document)
    const numberOf = (section: number | undefined): string | undefined => {
      let at = section === undefined ? undefined : body.sections[section]
      while (at?.number === undefined && at?.parent !== undefined) at = body.sections[at.parent]
      return at?.number
    }

    test('people', () => {
      const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name)
      expect({
        date: meeting.day,
        present: names(meeting.present),
        absent: names(meeting.absent),
        other: names(meeting.others),
        chair: meeting.chair?.name ?? null,
        secretary: meeting.secretary?.name ?? null,
        adjusters: names(meeting.adjusters),
        approvals: meeting.approvals.length,
        previous: meeting.previous,
        next: meeting.next?.day ?? null,
      }).toEqual({
        date: wanted.date,
        present: wanted.present,
        absent: wanted.absent,
        other: wanted.other,
        chair: wanted.chair,
        secretary: wanted.secretary,
        adjusters: wanted.adjusters,
        approvals: wanted.approvals,
        previous: wanted.previous,
        next: wanted.next?.datum ?? null,
      })
    })

    test('sections', () => {
      const found = body.sections.map(({ number, title, depth, line }) => ({
        no: number ?? null,
        title,
        level: depth,
        line,
      }))
      const wantedLines = new Set(wanted.sections.map(({ line }) => line))
      expect(found.filter(({ line }) => wantedLines.has(line))).toEqual(
        wanted.sections.map(({ no, title, level, line }) => ({ no, title, level, line })),
      )
      expect(body.sections.filter(({ number, depth }) => number !== undefined && depth === 2)).toHaveLength(
        wanted.numbered_sections,
      )
      expect(
        body.sections.filter(({ number }) => number !== undefined && /[a-z]$/.test(number)),
      ).toHaveLength(wanted.sub_items)
      expect(found.filter(({ no, level }) => no === null && level === 2).map(({ title }) => title)).toEqual(
        wanted.unnumbered_sections_level_2,
      )
    })

    test('decisions', () => {
      const cited = body.decisions.filter(({ form }) => form !== 'prosa')
      expect(cited.map(({ address, line, text }) => ({ address: `${id} ${address}`, line, text }))).toEqual(
        wanted.decisions.map(({ address, line, text }) => ({ address, line, text })),
      )
      const told = body.decisions.filter(({ form }) => form === 'prosa')
      expect(told.map(({ section, line }) => ({ section: numberOf(section), line }))).toEqual(
        wanted.decisions_in_prose.map(({ section, line }) => ({ section, line })),
      )
    })

    test('actions', () => {
      expect(
        body.actions.map(({ address, owners, due, done, line }) => ({
          address: `${id} ${address}`,
          owners: owners.length > 0,
          due: due ?? null,
          done,
          line,
        })),
      ).toEqual(
        wanted.actions.map(({ address, owners_as_written, due, done, line }) => ({
          address,
          owners: owners_as_written.length > 0,
          due,
          done,
          line,
        })),
      )
      for (const [index, action] of wanted.actions.entries()) {
        const people = action.owners.filter(owner => typeof owner === 'string')
        const resolved = (body.actions[index]?.owners ?? []).map(owner =>
          resolveOwner(owner, document, archive),
        )
        const named = resolved.flatMap(each =>
          each.is === 'person' || each.is === 'organisation' ? [each.name] : [],
        )
        expect(named.map(name => properName(archive, name))).toEqual(
          expect.arrayContaining(people as string[]),
        )
      }
    })

    test('presenters and positions', () => {
      const presenters = body.sections.flatMap(({ attributes, number }) =>
        attributes
          .filter(({ key }) => key === 'Föredragande')
          .flatMap(({ value, line }) =>
            presentersIn(value).map(name => ({ section: number, name: name.replace(/-$/, ''), line })),
          ),
      )
      expect(presenters).toEqual(
        wanted.presenters.map(({ section, as_written, line }) => ({
          section,
          name: as_written.replace(/-$/, ''),
          line,
        })),
      )
      expect(
        positionsIn(document).map(({ party, section, line }) => ({
          section: numberOf(section),
          party,
          line,
        })),
      ).toEqual((wanted.positions ?? []).map(({ section, party, line }) => ({ section, party, line })))
    })

    test('members present for each paragraph', () => {
      const group = archive.group(meeting.group ?? '')
      const members =
        group === undefined || meeting.day === undefined ? [] : membersOn(groupOf(group), meeting.day)
      for (const [number, count] of Object.entries(wanted.present_by_paragraph ?? {})) {
        const there = meeting.present.filter(
          person =>
            members.some(({ name }) => name === person.name) && wasThereFor(person, { number, title: '' }),
        )
        expect(there, `§ ${number}`).toHaveLength(count)
      }
    })
  })

  test('the register', () => {
    expect(archive.register.people).toHaveLength(facts.register.persons)
    expect(archive.register.people.flatMap(({ aliases }) => aliases)).toHaveLength(
      facts.register.aliases_of_persons,
    )
    expect(archive.register.organisations).toHaveLength(facts.register.organisations)
  })

  test('what points at each paragraph is computed from one direction', () => {
    for (const [written, wanted] of Object.entries(facts.computed_backlinks)) {
      const address = readAddress(written)
      const pointing = archive
        .pointingAt(address?.id ?? '')
        .filter(
          ({ part, relation }) =>
            relation === 'behandlas_i' && address !== undefined && part === partOf(address),
        )
      expect(pointing.map(({ from }) => from.id).sort(), written).toEqual([...wanted].sort())
    }
  })

  test('a routine has neither decisions nor actions', () => {
    const routine = archive.byId('RUT-norrbus-arjeplog')
    expect(routine?.body.decisions).toEqual([])
    expect(routine?.body.actions).toEqual([])
    expect(routine?.body.sections.filter(({ depth }) => depth === 2)).toHaveLength(9)
  })
}
