import type { Section } from '../../model/body.js'
import type { Fix } from '../../model/fix.js'
import type { Rule } from '../../model/rule.js'
import { MEETINGS } from '../../model/rule.js'
import type { Said } from '../../model/said.js'

/** Headings go down one level at a time, and all § lie on one level. WCAG 2.2 technique H42; seed S2's drifting levels. */
export const rule: Rule = {
  name: 'rubrikniva-hopp',
  level: 'warning',
  states: {
    sv: 'Rubriker går ner en nivå i taget, och alla paragrafer ligger på samma nivå.',
    en: 'Headings go down one level at a time, and all paragraphs lie on one level.',
  },
  because: {
    sv: 'En rubrik på fel nivå hamnar under fel ärende i innehållsförteckningen, och den som lyssnar på texten hittar den inte.',
    en: 'A heading on the wrong level falls under the wrong item in the table of contents, and whoever listens to the text does not find it.',
  },
  *check(document) {
    const { headings, sections } = document.body
    const jumped: number[] = []
    let above = 1
    for (const { depth, line } of headings) {
      if (depth > above + 1) {
        jumped.push(line)
        yield {
          at: { line },
          says: {
            sv: `Rubriken är på nivå ${depth} (\`${'#'.repeat(depth)}\`), men den närmast före på nivå ${above}.`,
            en: `The heading is on level ${depth} (\`${'#'.repeat(depth)}\`), but the one before it on level ${above}.`,
          },
          advice: write(above + 1),
          fix: onLevel(above + 1, depth),
        }
      }
      above = depth
    }
    if (!MEETINGS.some(typ => typ === document.typ)) return
    if (areOnOneLevel(sections)) return
    const paragraphs = sections.filter(isParagraph)
    const usual = usualDepth(paragraphs)
    const told = new Set(jumped)
    for (const { depth, line, number } of paragraphs) {
      if (usual === undefined || depth === usual || told.has(line)) continue
      yield {
        at: { line },
        says: {
          sv: `§ ${number} är på nivå ${depth} (\`${'#'.repeat(depth)}\`), men andra paragrafer på nivå ${usual}.`,
          en: `§ ${number} is on level ${depth} (\`${'#'.repeat(depth)}\`), but other paragraphs on level ${usual}.`,
        },
        advice: write(usual),
        fix: onLevel(usual, depth),
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En underrubrik som hoppar över en nivå', en: 'A sub-heading that leaves out a level' },
      body: '## § 1 Läget\n\n#### Demogruppen beslutar\n\n**att** tacka för informationen.\n',
      finds: ['#### Demogruppen'],
    },
    {
      shows: {
        sv: 'En paragraf på en annan nivå än de andra',
        en: 'A paragraph on another level than the others',
      },
      body: '## § 1 Läget\n\nDan Ek berättar.\n\n### § 2 Budget\n\nAlva Ask berättar.\n\n## § 3 Övrigt\n\nInget.\n',
      finds: ['### § 2 Budget'],
    },
    {
      shows: { sv: 'Nivå tre direkt under titeln', en: 'Level three right below the title' },
      typ: 'rutin',
      body: '### Syfte\n\nUppgifter följer med.\n',
      finds: ['### Syfte'],
    },
    {
      shows: {
        sv: 'En nivå i taget ner, flera på en gång upp',
        en: 'One level at a time down, several at once up',
      },
      body: '## § 1 Övrigt\n\n### 1 a. Konferens\n\n#### Demogruppen beslutar\n\n**att** delta.\n\n## § 2 Avslutning\n\nMötet avslutas.\n',
      finds: [],
    },
  ],
}

/** The signs of a heading, as they stand and as they should. Headings below may have to follow: the next round sees to them. */
const onLevel = (wanted: number, depth: number): Fix => ({
  does: 'put',
  text: `${'#'.repeat(wanted)} `,
  insteadOf: `${'#'.repeat(depth)} `,
  safety: 'safe',
})

const write = (level: number): Said => ({
  sv: `Skriv \`${'#'.repeat(level)}\` före rubriken.`,
  en: `Write \`${'#'.repeat(level)}\` before the heading.`,
})

/** True of `§ 4`, not of `§ 4 a`, which may lie below it. */
const isParagraph = ({ isParagraph: hasSign, number }: Section): boolean =>
  hasSign && /^\d+$/.test(number ?? '')

function areOnOneLevel(sections: readonly Section[]): boolean {
  let level: number | undefined
  for (const section of sections) {
    if (section.depth === level || !isParagraph(section)) continue
    if (level !== undefined) return false
    level = section.depth
  }
  return true
}

/** The level on which most sections lie; of two with as many, the higher. */
function usualDepth(sections: readonly Section[]): number | undefined {
  const count = (depth: number) => sections.filter(section => section.depth === depth).length
  return [...new Set(sections.map(({ depth }) => depth))].sort((a, b) => count(b) - count(a) || a - b)[0]
}
