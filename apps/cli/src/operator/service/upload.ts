import { createReadStream } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface Upload {
  url: URL;
  headers: Readonly<Record<string, string>>;
  file: string;
  signal: AbortSignal;
  /** Told how many bytes went out since it was told last. */
  sent: (bytes: number) => void;
  /** Bytes to be sent at most; left out: the whole file. */
  most?: number | undefined;
}

/**
 * Sends a file as the body of a POST, piece by piece. The answer may come before the last piece: a
 * file that is refused is not sent to its end.
 *
 * @throws what reading the file or the connection throws.
 */
export function upload({ url, headers, file, signal, sent, most }: Upload): Promise<{
  status: number;
  text: string;
}> {
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = start(url, { method: 'POST', headers, signal });
    let answered = false;
    request.once('response', (response) => {
      answered = true;
      text(response)
        .then((body) => resolve({ status: response.statusCode ?? 0, text: body }), reject)
        .finally(() => request.destroy());
    });
    // After the last piece has gone out the pipeline is done and tells nothing of the connection.
    request.once('error', (error) => {
      if (!answered) reject(error);
    });
    pipeline(
      createReadStream(file, most === undefined ? {} : { end: most - 1 }),
      counted(sent),
      request,
      (error) => {
        if (error && !answered) reject(error);
      },
    );
  });
}

function counted(sent: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
      sent(chunk.length);
      done(null, chunk);
    },
  });
}
