import type { Said } from './said.js'

/** What the user or the machine did that stops the command: thrown, caught once in `main`, exit code 2. */
export class UserError extends Error {
  readonly says: Said
  readonly advice: Said

  constructor(says: Said, advice: Said, options?: ErrorOptions) {
    super(says.en, options)
    this.name = 'UserError'
    this.says = says
    this.advice = advice
  }
}

/** How a command ended: 0 nothing at error level, 1 findings, 2 the user or the machine, 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3
