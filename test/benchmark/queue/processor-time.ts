import { readFileSync, readdirSync } from 'node:fs';

/** Ticks of /proc a second; fixed on Linux. */
const TICKS = 100;

interface Times {
  parent: number;
  own: number;
  ofEnded: number;
}

/** Seconds of processor that a process took so far, user and system. Linux only; else 0. */
export function secondsOf(pid: number | undefined): number {
  const times = pid === undefined ? undefined : read(pid);
  return times ? times.own : 0;
}

/** The same of a process, its living children and its ended ones: a PostgreSQL server with all backends. */
export function secondsOfFamily(pid: number): number {
  const head = read(pid);
  if (!head) return 0;
  let all = head.own + head.ofEnded;
  for (const name of readdirSync('/proc')) {
    const child = /^\d+$/.test(name) ? read(Number(name)) : undefined;
    if (child?.parent === pid) all += child.own;
  }
  return all;
}

function read(pid: number): Times | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const seconds = (at: number) => Number(fields[at]) / TICKS;
    return {
      parent: Number(fields[1]),
      own: seconds(11) + seconds(12),
      ofEnded: seconds(13) + seconds(14),
    };
  } catch {
    return undefined;
  }
}
