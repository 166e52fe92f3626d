import type { Said } from './said.js'

/** How one document stands to another, in words for each side. */
export interface Relation {
  /** The same relation written from the other document; absent where it can only be written from one side. */
  readonly inverse?: string
  /** Seen from the document that points. */
  readonly to: Said
  /** Seen from the document that is pointed at. */
  readonly from: Said
}

/** Every way in which documents point at one another: the relations of `länkar`, fields, attributes and mentions. */
export const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['behandlas_i', relation('behandlas i', 'is dealt with in', 'behandlar', 'deals with', 'behandlar')],
  ['föranleder', relation('föranleder', 'gives rise to', 'föranleds av', 'arises from', 'föranleds_av')],
  ['ersätter', relation('ersätter', 'replaces', 'ersätts av', 'is replaced by', 'ersätts_av')],
  ['lyfts_till', relation('lyfts till', 'is lifted to', 'lyft från', 'lifted from', 'lyft_från')],
  [
    'grundas_på',
    relation(
      'grundas på',
      'is based on',
      'ligger till grund för',
      'is the basis of',
      'ligger_till_grund_för',
    ),
  ],
  ['följer_upp', relation('följer upp', 'follows up', 'följs upp i', 'is followed up in', 'följs_upp_i')],
  ['se_även', relation('se även', 'see also', 'se även', 'see also', 'se_även')],
  [
    'föregående',
    relation('föregående möte', 'previous meeting', 'följs av mötet', 'is followed by the meeting'),
  ],
  ['överlämnad', relation('är överlämnad till', 'is handed over to', 'har tagit emot', 'has been handed')],
  ['mot', relation('avviker från', 'deviates from', 'avviks från i', 'is deviated from in')],
  [
    'samtycke',
    relation('stöder sig på samtycket', 'rests on the consent', 'är samtycke för', 'is the consent for'),
  ],
  ['Ärende', relation('tar upp ärendet', 'takes up the matter', 'tas upp i', 'is taken up in')],
  ['Avvikelser', relation('tar upp avvikelsen', 'takes up the deviation', 'tas upp i', 'is taken up in')],
  ['nämner', relation('nämner', 'mentions', 'nämns i', 'is mentioned in')],
])

/** The words for a relation; one that an own kind has made is named as it is written. */
export const relationNamed = (name: string): Relation => {
  const plain = name.replaceAll('_', ' ')
  return (
    RELATIONS.get(name) ?? {
      to: { sv: plain, en: plain },
      from: { sv: `${plain} (från)`, en: `${plain} (from)` },
    }
  )
}

/** The relation that a name means when it is written from the other side: `behandlar` is `behandlas_i` turned round. */
export const turnedRound = (name: string): string | undefined =>
  [...RELATIONS].find(([own, { inverse }]) => inverse === name && own !== name)?.[0]

function relation(svTo: string, enTo: string, svFrom: string, enFrom: string, inverse?: string): Relation {
  return {
    to: { sv: svTo, en: enTo },
    from: { sv: svFrom, en: enFrom },
    ...(inverse !== undefined && { inverse }),
  }
}
