import type { Problem } from '@athar/diagnostics';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** In production letters to families leave the machine encrypted or not at all. */
export function mailInClear(environment: Readonly<Record<string, string>>): Problem[] {
  const { NODE_ENV, SMTP_URL } = environment;
  if (NODE_ENV !== 'production' || SMTP_URL === undefined || !URL.canParse(SMTP_URL)) return [];
  const { protocol, hostname, searchParams } = new URL(SMTP_URL);
  const encrypted = protocol === 'smtps:' || searchParams.get('requireTLS') === 'true';
  // An address of another kind is refused by its form already.
  if (encrypted || protocol !== 'smtp:' || loopback.has(hostname)) return [];
  return [
    {
      field: 'SMTP_URL',
      code: 'not-encrypted',
      expected: 'smtps://…, or smtp://…?requireTLS=true, for a mail server on another machine',
      fix: 'Add ?requireTLS=true (STARTTLS, usually port 587), or use smtps: (usually port 465).',
    },
  ];
}
