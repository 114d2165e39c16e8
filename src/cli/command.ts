import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** What a command's file gives: options, help and action, put onto a command of its name. */
export interface CommandFile {
  /** `commands` are all of them: an audit holds the commands of documents to what there is. */
  define(command: Command, terminal: Terminal, commands: readonly CommandEntry[]): void
}

export interface CommandEntry {
  readonly name: string
  readonly summary: string
  load(): Promise<CommandFile>
}
