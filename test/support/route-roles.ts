import type { MemberRole } from '@athar/access';

const everyone = ['caseworker', 'coordinator', 'reviewer', 'steward'] as const;
const intake = ['caseworker', 'coordinator'] as const;
const casework = ['caseworker', 'coordinator', 'reviewer'] as const;
const reviewers = ['reviewer'] as const;
const reversers = ['coordinator', 'reviewer'] as const;
const stewards = ['steward'] as const;
const keepers = ['coordinator', 'steward'] as const;
const readers = ['reviewer', 'steward'] as const;
const importers = ['caseworker', 'coordinator', 'steward'] as const;
const coordinators = ['coordinator'] as const;

/**
 * Each route of the API that asks who is calling, and the roles that it is for: each alone suffices.
 * Where they depend on what is asked for, that stands behind the route.
 */
export const rolesOfRoutes: Readonly<Record<string, readonly MemberRole[]>> = {
  'GET /api/organisation': everyone,
  'GET /api/forms/intake': everyone,
  'POST /api/quick-find': everyone,

  'POST /api/reports': intake,
  'GET /api/reports': casework,
  'GET /api/reports/{id}': casework,
  'PUT /api/reports/{id}': intake,
  'POST /api/reports/check': intake,
  'POST /api/reports/{id}/contacts': intake,
  'POST /api/reports/{id}/attachments': intake,
  'GET /api/reports/{id}/attachments': casework,
  'GET /api/attachments/{id}': casework,
  'DELETE /api/attachments/{id}': intake,
  'GET /api/attachments/{id}/content': casework,
  'PUT /api/contacts/{id}': intake,
  'POST /api/contacts/{id}/verification': intake,
  'POST /api/contacts/{id}/consents': intake,
  'POST /api/contacts/{id}/withdrawals': intake,
  'POST /api/exports/reports': coordinators,

  'GET /api/cases': casework,
  'GET /api/cases/{id}': casework,
  'GET /api/cases/{id}/messages': casework,
  'GET /api/cases/{caseId}/merges': casework,
  'GET /api/cases/{caseId}/candidates': casework,
  'GET /api/cases/{caseId}/links': casework,
  'POST /api/cases/{caseId}/links': intake,
  'DELETE /api/cases/{caseId}/links/{linkId}': intake,
  'GET /api/cases/{caseId}/follow-ups': intake,
  'POST /api/cases/{caseId}/follow-ups': intake,
  'GET /api/cases/{caseId}/references': intake,
  'POST /api/cases/{caseId}/references': intake,
  'PUT /api/cases/{caseId}/references/{referenceId}': intake,
  'DELETE /api/cases/{caseId}/references/{referenceId}': intake,
  'GET /api/cases/{caseId}/dna-samples': intake,
  'POST /api/cases/{caseId}/dna-samples': intake,
  'PUT /api/cases/{caseId}/dna-samples/{sampleId}': intake,
  'DELETE /api/cases/{caseId}/dna-samples/{sampleId}': intake,
  'GET /api/cases/{caseId}/referrals': intake,
  'POST /api/cases/{caseId}/referrals': intake,
  'PUT /api/cases/{caseId}/referrals/{referralId}': intake,
  'DELETE /api/cases/{caseId}/referrals/{referralId}': intake,
  'GET /api/tasks': intake,
  'POST /api/tasks': intake,
  'GET /api/tasks/{id}': intake,
  'PUT /api/tasks/{id}': intake,
  'POST /api/tasks/{id}/end': intake,
  'GET /api/messages': casework,
  'POST /api/messages/{id}/retry': intake,

  'GET /api/candidates': reviewers,
  'GET /api/candidates/{id}': casework,
  'POST /api/candidates/{id}/judgements': reviewers,
  'POST /api/candidates/{id}/revocation': reversers,
  'GET /api/duplicates': reviewers,
  'GET /api/duplicates/{id}': casework,
  'POST /api/duplicates/{id}/judgements': reviewers,
  'POST /api/duplicates/{id}/revocation': reversers,
  'GET /api/entry-pairs': reviewers,
  'GET /api/entry-pairs/{id}': readers,
  'POST /api/entry-pairs/{id}/judgements': reviewers,
  'POST /api/entry-pairs/{id}/revocation': reversers,

  'GET /api/collections': keepers,
  'POST /api/collections': stewards,
  'GET /api/collections/{id}': keepers,
  'PATCH /api/collections/{id}': stewards,
  'GET /api/collections/{id}/title-patterns': keepers,
  'PUT /api/collections/{id}/title-patterns': stewards,
  'POST /api/collections/{id}/title-patterns/try': keepers,
  'GET /api/collections/{id}/photographs': keepers,
  'GET /api/collections/{id}/photographs/days': stewards,
  'GET /api/collections/{id}/photographs/uncertain': stewards,
  'GET /api/collections/{id}/photographs/changes': stewards,
  'POST /api/photograph-changes/{id}/undo': stewards,

  'GET /api/entries': readers,
  'GET /api/entries/{id}': readers,
  'GET /api/entries/{entryId}/links': readers,
  'GET /api/entries/{id}/history': stewards,
  'PUT /api/entries/{id}/hand': stewards,
  'GET /api/entries/{id}/photographs': stewards,
  'POST /api/entries/{id}/photographs/split': stewards,
  'POST /api/entries/{id}/photographs/merge': stewards,
  'POST /api/entries/number-search': readers,
  'GET /api/entries/{id}/readings': stewards,
  'POST /api/entries/{id}/readings': readers,
  'POST /api/entries/{id}/readings/settlement': readers,
  'GET /api/readings/waiting': readers,
  'GET /api/readings/next': readers,
  'GET /api/readings/tasks/{id}': readers,
  'GET /api/exports/entries': stewards,
  'GET /api/exports/entries/summary': stewards,

  'POST /api/imports/proposals?kind=entries': stewards,
  'POST /api/imports/proposals?kind=titles': stewards,
  'POST /api/imports/proposals?kind=reports': intake,
  'POST /api/collections/{id}/imports': stewards,
  'POST /api/collections/{id}/titles': stewards,
  'POST /api/reports/imports': intake,
  'GET /api/imports': importers,
  'GET /api/imports/{id}': importers,
  'GET /api/imports/{id}/errors': importers,
  'GET /api/imports/{id}/errors/file': importers,
  'GET /api/imports/{id}/preview': importers,
  'GET /api/imports/{id}/photographs': keepers,
  'POST /api/imports/{id}/cancel': importers,
  'POST /api/imports/{id}/undo': importers,
  'POST /api/import-mappings': stewards,
  'GET /api/import-mappings?kind=entries': keepers,
  'GET /api/import-mappings?kind=titles': keepers,
  'GET /api/import-mappings?kind=reports': intake,
  'GET /api/import-mappings/{id}': importers,
  'PATCH /api/import-mappings/{id}': importers,
  'DELETE /api/import-mappings/{id}': importers,

  'GET /api/matching': ['coordinator', 'reviewer', 'steward'],
  'GET /api/jobs/failed': coordinators,
  'POST /api/jobs/{queue}/{id}/retry': coordinators,

  'GET /api/places': everyone,
  'POST /api/places': stewards,
  'POST /api/places/recognise': everyone,
  'POST /api/places/import': stewards,
  'GET /api/places/{code}': everyone,
  'PATCH /api/places/{code}': stewards,
  'GET /api/holders': everyone,
  'POST /api/holders': stewards,
  'GET /api/holders/{code}': everyone,
  'PATCH /api/holders/{code}': stewards,
};

/** What answers whoever comes: whether the service runs. */
export const openRoutes: readonly string[] = ['GET /api/health/live', 'GET /api/health/ready'];
