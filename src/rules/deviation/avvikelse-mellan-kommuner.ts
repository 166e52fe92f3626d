import type { Archive } from '../../model/archive.js'
import { deviationOf } from '../../model/deviation.js'
import {
  groupsAround,
  isCopiedToGroupOutside,
  type Municipality,
  municipalitiesIn,
  municipalitiesOf,
} from '../../model/deviation-groups.js'
import { isBetweenTwo } from '../../model/deviation-process.js'
import type { Rule } from '../../model/rule.js'

/**
 * A deviation between two municipalities is before a group of each: one that both sit in, or the local group of each. Seed S0: "den
 * andra kommunen som kommer att lyfta ärendet även i sin lokala arbetsgrupp".
 */
export const rule: Rule = {
  name: 'avvikelse-mellan-kommuner',
  reach: 'archive',
  level: { draft: 'note', review: 'warning', final: 'warning' },
  states: {
    sv: 'En avvikelse mellan två kommuner finns hos en grupp där båda är med, eller hos en grupp i var och en av dem.',
    en: 'A deviation between two municipalities is before a group that both sit in, or before a group in each of them.',
  },
  because: {
    sv: 'Den andra kommunen kan inte svara på det som bara har tagits upp hemma hos er.',
    en: 'The other municipality cannot answer what has been taken up at your own table only.',
  },
  kinds: ['avvikelse'],
  *check(document, archive) {
    const deviation = deviationOf(document)
    if (deviation.concerns.length === 0 || !isBetweenTwo(deviation, archive)) return
    if (isCopiedToGroupOutside(deviation, archive)) return
    const municipalities = municipalitiesOf(deviation, archive)
    const missing = missingFrom(municipalities, groupsAround(deviation, archive), archive)
    if (missing === undefined) return
    const { id = 'AVV-…' } = document
    yield {
      at: { field: [missing.field] },
      says: {
        sv: 'Avvikelsen gäller två kommuner, men bara den enas grupp har den.',
        en: 'The deviation is between two municipalities, but only the group of one of them has it.',
      },
      advice: {
        sv: `Lämna över den till den andra kommunens grupp: \`samverkan advance ${id} --hand-over GRUPP --as NAMN\`. Finns gruppen inte i arkivet: skriv dess namn i \`kopia_till\`, till exempel \`Lokala samverkansgruppen i …\`.`,
        en: `Hand it over to the group of the other municipality: \`samverkan advance ${id} --hand-over GROUP --as NAME\`. If the group is not in the archive, write its name in \`kopia_till\`, for example \`Lokala samverkansgruppen i …\`.`,
      },
    }
  },
  examples: [
    {
      shows: {
        sv: 'Den andra kommunen har ingen i gruppen',
        en: 'The other municipality has nobody in the group',
      },
      typ: 'avvikelse',
      front: { berör: '[Tallhammars kommun]' },
      finds: ['berör: [Tallhammars kommun]'],
    },
    {
      shows: { sv: 'Den andra kommunen nämns inte vid namn', en: 'The other municipality is not named' },
      typ: 'avvikelse',
      front: { berör: '[den andra kommunen]' },
      finds: ['berör: [den andra kommunen]'],
    },
    {
      shows: {
        sv: 'Kommunen som rapporterar har ingen i gruppen',
        en: 'The municipality that reports has nobody in the group',
      },
      typ: 'avvikelse',
      front: { från: 'Tallhammars kommun', berör: '[Ekmo grundskola]' },
      finds: ['från: Tallhammars kommun'],
    },
    {
      shows: { sv: 'Den andra kommunens grupp har fått den', en: 'The group of the other has got it' },
      typ: 'avvikelse',
      front: { berör: '[den andra kommunen]', kopia_till: '[Lokala samverkansgruppen i Tallhammar]' },
      finds: [],
    },
    {
      shows: {
        sv: 'Den är överlämnad till en grupp där den andra kommunen är med',
        en: 'It is handed over to a group that the other municipality sits in',
      },
      typ: 'avvikelse',
      front: { berör: '[Tallhammar]', överlämnad: '[{till: lan, datum: 2024-05-02}]' },
      files: {
        'grupper/lan.md':
          '---\nid: GRP-lan\ntyp: grupp\ntitel: Länsgruppen\nstatus: gällande\nsekretess: öppen\nnamn: Länsgruppen\nledamöter:\n  - {person: Gun Hall, organisation: Tallhammars kommun}\n---\n',
      },
      finds: [],
    },
    {
      shows: { sv: 'En kommun och regionen', en: 'One municipality and the region' },
      typ: 'avvikelse',
      finds: [],
    },
  ],
}

/** The first municipality that no group speaks for; one without a name is spoken for when some other municipality is. */
function missingFrom(
  municipalities: readonly Municipality[],
  groups: readonly string[],
  archive: Archive,
): Municipality | undefined {
  const there = municipalitiesIn(archive, groups)
  const named = municipalities.flatMap(({ organisation }) => organisation ?? [])
  const others = there.filter(organisation => !named.includes(organisation))
  return municipalities.find(({ organisation }) =>
    organisation === undefined ? others.length === 0 : !there.includes(organisation),
  )
}
