/**
 * The program that a machine of a cluster runs: starts the node in it, and answers commands from outside from then on.
 * Its words: the port, the file with the word that opens, and the node's command.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { serveCommands } from '../commands/serve.ts'

const [port = '', file = '', program = '', ...args] = process.argv.slice(2)
serveCommands(readFileSync(file, 'utf8').trim()).listen(Number(port))
spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }).once('exit', () => process.exit(1))
