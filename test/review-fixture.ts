/** A change of one file of the demonstration archive, and the sentences that tell of it. */
export interface ChangeFixture {
  readonly name: string
  readonly path: string
  /** Texts that give way to others, each once. */
  readonly turns: readonly (readonly [from: string, to: string])[]
  readonly says: readonly string[]
}

export const PROTOCOL = 'moten/demo/2024/2024-05-23-protokoll.md'
export const DEVIATION = 'avvikelser/2024/avv-2024-c3d4.md'
export const GROUP = 'grupper/demo.md'
export const TASK = '- [ ] Cia Dahl: sprida rutinen i regionen (senast 2024-08-30)'
export const ADOPT = '**att** anta rutinen för överlämning.'

export const fixture = (
  name: string,
  path: string,
  turns: ChangeFixture['turns'],
  ...says: readonly string[]
): ChangeFixture => ({ name, path, turns, says })
