/** Figures that add up: the whole is the sum of its parts. All are places in a list of figures. */
export interface Sum {
  readonly whole: number
  readonly parts: readonly number[]
}

/** Some figures, each one more or one less: every sum that held still holds. */
export type Change = ReadonlyMap<number, 1 | -1>

/** So many figures may a change touch, tried in turn; most are found at once among two or four. */
const REACHES = [2, 4, 6, 9, Number.POSITIVE_INFINITY] as const

/** So many ways are looked at for each reach. */
const PATIENCE = 2000

/** What it costs to hide a total more than a figure: it serves more readers. */
const OF_A_TOTAL = 8

/** What a change costs for each figure that is hidden already: of two that hide as much, the smaller one. */
const OF_HIDDEN = 0.001

/** The changes by one that figures which add up can have. `hidden` may grow meanwhile. */
export class UnitChanges {
  readonly figures: readonly number[]
  private readonly sums: readonly Sum[]
  private readonly hidden: ReadonlySet<number>
  private readonly sumsWith: readonly (readonly number[])[]
  private readonly wholes: ReadonlySet<number>
  /** What is turned so far, and how much larger each whole has become than its parts. */
  private readonly turned = new Map<number, 1 | -1>()
  private readonly off: number[]
  private best: { readonly cost: number; readonly change: Change } | undefined
  private patience = 0
  private reach = 0

  constructor(figures: readonly number[], sums: readonly Sum[], hidden: ReadonlySet<number>) {
    this.figures = figures
    this.sums = sums
    this.hidden = hidden
    this.off = sums.map(() => 0)
    this.wholes = new Set(sums.map(({ whole }) => whole))
    const having: number[][] = figures.map(() => [])
    for (const [index, { whole, parts }] of sums.entries())
      for (const place of new Set([whole, ...parts])) having[place]?.push(index)
    this.sumsWith = having
  }

  /**
   * The change of a figure by one, from some point at which all sums hold, that hides least of what is still shown; no
   * figure but those that are not 0 takes part, and none becomes less than 1. `hidden`: only what is hidden already may
   * take part. Absent when none was found.
   */
  cheapest(
    point: readonly number[],
    place: number,
    way: 1 | -1,
    among: 'hidden' | 'any',
  ): Change | undefined {
    if (!isFree(point, place, way)) return undefined
    for (const reach of REACHES) {
      this.best = undefined
      this.reach = reach
      this.patience = PATIENCE
      this.turn(place, way)
      this.repair(point, among, 0)
      this.turnBack(place)
      const found = this.found()
      if (found !== undefined) return found
    }
    return undefined
  }

  private found(): Change | undefined {
    return this.best?.change
  }

  /** Turns figures until every sum holds. */
  private repair(point: readonly number[], among: 'hidden' | 'any', cost: number): void {
    const broken = this.brokenSum()
    if (broken === undefined) {
      this.best = { cost, change: new Map(this.turned) }
      return
    }
    if (this.turned.size >= this.reach) return
    for (const { place, way, price } of this.repairsOf(broken, point, among)) {
      if (this.patience-- <= 0) return
      // Among what is hidden already any change will do; else the cheapest is looked for.
      if (this.best !== undefined && (among === 'hidden' || cost + price >= this.best.cost)) return
      this.turn(place, way)
      this.repair(point, among, cost + price)
      this.turnBack(place)
    }
  }

  private brokenSum(): number | undefined {
    for (const place of this.turned.keys()) {
      const broken = this.sumsWith[place]?.find(index => this.off[index] !== 0)
      if (broken !== undefined) return broken
    }
    return undefined
  }

  /** The figures that bring a sum nearer to holding: the cheapest first, and of those the largest. */
  private repairsOf(index: number, point: readonly number[], among: 'hidden' | 'any') {
    const { whole, parts } = this.sums[index] ?? { whole: -1, parts: [] }
    const isTooLarge = (this.off[index] ?? 0) > 0
    return [whole, ...parts]
      .map(place => ({
        place,
        way: (place === whole) === isTooLarge ? (-1 as const) : (1 as const),
        price: this.priceOf(place),
      }))
      .filter(
        ({ place, way }) =>
          !this.turned.has(place) && isFree(point, place, way) && (among === 'any' || this.hidden.has(place)),
      )
      .sort((a, b) => a.price - b.price || (point[b.place] ?? 0) - (point[a.place] ?? 0) || a.place - b.place)
  }

  private priceOf(place: number): number {
    if (this.hidden.has(place)) return OF_HIDDEN
    return 1 + Math.log2(this.figures[place] ?? 1) + (this.wholes.has(place) ? OF_A_TOTAL : 0)
  }

  private turn(place: number, way: 1 | -1): void {
    this.turned.set(place, way)
    this.weigh(place, way)
  }

  private turnBack(place: number): void {
    this.weigh(place, this.turned.get(place) === 1 ? -1 : 1)
    this.turned.delete(place)
  }

  private weigh(place: number, by: 1 | -1): void {
    for (const index of this.sumsWith[place] ?? []) {
      const isWhole = place === this.sums[index]?.whole
      this.off[index] = (this.off[index] ?? 0) + (isWhole ? by : -by)
    }
  }
}

/** True of a figure that can go one up, or one down and still be at least 1. Zero is shown and stands fast. */
const isFree = (point: readonly number[], place: number, way: 1 | -1): boolean =>
  (point[place] ?? 0) > (way === 1 ? 0 : 1)
