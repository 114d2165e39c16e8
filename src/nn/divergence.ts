/** Training left the numbers: says which step, and in which tensor it was seen first. */
export class DivergenceError extends Error {
  readonly step: number
  readonly tensor: string
  constructor(step: number, tensor: string) {
    super(`Diverged at step ${step}: ${tensor} is NaN or infinite`)
    this.name = 'DivergenceError'
    this.step = step
    this.tensor = tensor
  }
}
