/** What a member may do. Three people often hold all four between them. */
export const memberRoles = ['caseworker', 'reviewer', 'coordinator', 'steward'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** The member who acts, and for which organisation. */
export interface Actor {
  memberId: string;
  organisationId: string;
  label: string;
  roles: readonly MemberRole[];
}
