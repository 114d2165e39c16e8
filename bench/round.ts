/** What one contender did in one round, in milliseconds a call. */
export interface Round {
  readonly median: number
  readonly best: number
  readonly calls: number
  /** Peak memory of the processes, where a call is a whole process. */
  readonly mebibytes?: number
}
