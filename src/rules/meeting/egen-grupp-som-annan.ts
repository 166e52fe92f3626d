import { bodyTextOf } from '../../model/body-text.js'
import { type Group, groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { placeIn, sentencesOf } from '../../model/sentence.js'
import { folded } from '../../model/text.js'

/** A group does not meet together with itself. Seed S2 §§ 4 and 5: a sentence copied from the minutes of a sister group. */
export const rule: Rule = {
  name: 'egen-grupp-som-annan',
  level: 'warning',
  states: {
    sv: 'Texten talar inte om den egna gruppen som om den vore en annan.',
    en: 'The text does not speak of the own group as if it were another.',
  },
  because: {
    sv: 'Det är oftast text som följt med från en annan grupps anteckningar, och då kan mer vara fel.',
    en: 'It is mostly text that came along from the minutes of another group, and then more may be wrong.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const slug = meetingOf(document).group
    const home = slug === undefined ? undefined : surroundings.group(slug)
    if (home === undefined || !MAYBE.test(bodyTextOf(document.body))) return
    let names: readonly string[] | undefined
    for (const prose of document.body.prose) {
      if (prose.quoted || prose.role !== 'text' || !/ med /i.test(prose.text)) continue
      names ??= namesOfGroup(groupOf(home))
      for (const sentence of sentencesOf(prose)) {
        const match = TOGETHER.exec(sentence.text)
        if (match === null || !MEETS.test(sentence.text.slice(0, match.index))) continue
        const other = folded(sentence.text.slice(match.index + match[0].length))
        if (!names.some(name => isNamedFirst(other, name))) continue
        yield {
          at: placeIn(sentence, match.index, match[0].trim()),
          says: {
            sv: 'Texten säger att gruppen möttes tillsammans med sig själv.',
            en: 'The text says that the group met together with itself.',
          },
          advice: {
            sv: 'Skriv vilken grupp ni möttes med, eller ta bort meningen om den följt med från ett annat protokoll.',
            en: 'Write which group you met with, or take the sentence out if it came along from another protocol.',
          },
        }
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Punkten hölls tillsammans med den egna gruppen',
        en: 'The item was held together with the own group',
      },
      body: '## § 1 Utbildning\n\nLokalen var full. Punkten genomfördes tillsammans med Demogruppen.\n',
      finds: ['Punkten genomfördes'],
    },
    {
      shows: {
        sv: 'Med ordet gruppen före eller efter namnet',
        en: 'With the word group before or after the name',
      },
      body: '## § 1 Utbildning\n\nVi träffades gemensamt med samverkansgruppen Unga först.\n\n## § 2 Övrigt\n\nMötet hölls ihop med Unga först-gruppen.\n',
      files: {
        'grupper/demo.md':
          '---\nid: GRP-demo\ntyp: grupp\ntitel: Unga först\nstatus: gällande\nsekretess: öppen\nnamn: Samverkansgrupp Unga först\n---\n\n# Unga först\n',
      },
      finds: ['Vi träffades', 'Mötet hölls'],
    },
    {
      shows: {
        sv: 'En annan grupp, och arbete som gruppen själv gör',
        en: 'Another group, and work that the group does itself',
      },
      body: '## § 1 Utbildning\n\nPunkten genomfördes tillsammans med Demolaget. Bo Berg tar fram ett underlag tillsammans med Demogruppen.\n\nGruppen bjuder in Demogruppens ledamöter.\n',
      finds: [],
    },
  ],
}

/** Asked of the whole body: looks back from each "med". */
const MAYBE = /med\s(?<=(?:tillsammans|gemensamt|ihop|samverkan|samarbete|samtidigt)\s+med\s)/i
const TOGETHER = /(?:tillsammans|gemensamt|ihop|i samverkan|i samarbete|samtidigt)\s+med\s+/i
/** What is said of a meeting, an item or "we", before who it was held with. */
const MEETS = /(?:möte|punkt|sammanträd|träff|ärende|genomför|hölls|hålls|diskuter|dialog|samtal|behandl)/i

/** The name of a group, and what is left of it without the word for group: "Samverkansgruppen Unga först" → "unga först". */
function namesOfGroup({ name, slug }: Group): readonly string[] {
  const whole = folded(name)
  const core = whole.replace(/^(?:samverkans|läns|arbets|läns\s?samverkans)?grupp(?:en)?\s+(?:för\s+)?/, '')
  return [...new Set([whole, core, slug])].filter(each => each.length > 3)
}

/** True when a text begins with a name, with or without the word for group before it. */
function isNamedFirst(text: string, name: string): boolean {
  const start = text.replace(/^(?:den\s+)?(?:läns)?(?:samverkans)?gruppen\s+/, '')
  return [text, start].some(each => each.startsWith(name) && !/^\p{L}/u.test(each.slice(name.length)))
}
