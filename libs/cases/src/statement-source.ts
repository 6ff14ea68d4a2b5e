/** How the relative knows what she says. */
export const statementSources = ['first_hand', 'hearsay', 'paid', 'official'] as const;
export type StatementSource = (typeof statementSources)[number];
