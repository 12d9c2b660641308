/**
 * A static server for a finished build, on the loopback alone. Left out on purpose: compression, ranges, caching.
 */
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { contentType } from './content-types.ts'
import { findFile, type Found } from './find-file.ts'
import { normalizeBase, route } from './route.ts'

export type ServeOptions = {
  base?: string | undefined
  /** 0 asks for any free port. */
  port: number
  /** Take any free port when the one asked for is taken. */
  orAnother?: boolean
}

export type Served = { url: string; close: () => Promise<void> }

export async function serve(dist: string, options: ServeOptions): Promise<Served> {
  const base = normalizeBase(options.base)
  const server = createServer((request, response) => {
    answer(dist, base, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else sendText(response, 500, `The file could not be read: ${String(error)}`)
    })
  })
  await listen(server, options.port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || !options.orAnother) throw error
    return listen(server, 0)
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${base}`, close: () => close(server) }
}

async function answer(
  dist: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return sendText(response, 405, 'Only GET and HEAD.')
  }
  const url = request.url ?? '/'
  const meant = route(url, base)
  switch (meant.kind) {
    case 'malformed':
      return sendText(response, 400, 'This address cannot be read.')
    case 'redirect':
      return redirect(response, meant.to)
    case 'outside':
      return sendMissing(dist, response)
    case 'file': {
      const found = await findFile(dist, meant.path)
      if (found.kind === 'file') return sendFile(response, 200, found)
      if (found.kind === 'folder') return redirect(response, addSlash(url))
      return sendMissing(dist, response)
    }
  }
}

const addSlash = (url: string): string => url.replace(/^[^?#]*/, (path) => `${path.replace(/^\/+/, '/')}/`)

async function sendMissing(dist: string, response: ServerResponse): Promise<void> {
  const page = await findFile(dist, ['404.html'])
  return page.kind === 'file' ? sendFile(response, 404, page) : sendText(response, 404, 'Not found.')
}

async function sendFile(
  response: ServerResponse,
  status: number,
  found: Found & { kind: 'file' },
): Promise<void> {
  response.writeHead(status, {
    'content-type': contentType(found.file),
    'content-length': found.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  if (response.req.method === 'HEAD') response.end()
  else await pipeline(createReadStream(found.file), response).catch(ignoreReaderLeft)
}

function ignoreReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to }).end()
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      done()
    })
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done, failed) => server.close((error) => (error ? failed(error) : done())))
}
