import { memberRoles, type MemberRole, type NewOrganisation } from '@athar/access';
import type { Problem } from '@athar/diagnostics';
import { usualSeats } from '../server/first-organisation.js';
import { BadOrganisation } from './errors.js';

/** Arguments of `athar organisation create`. */
export interface OrganisationOptions {
  name: string;
  phone: string;
  discreet?: true;
  /** `label=role,role`, one text a seat. */
  member?: string[];
}

interface NewSeat {
  label: string;
  roles: MemberRole[];
}

/** @throws BadOrganisation naming everything that is wrong. */
export function toOrganisation(options: OrganisationOptions): NewOrganisation {
  const problems: Problem[] = [];
  const text = (field: string, value: string, least: number, most: number): string => {
    const { length } = value.trim();
    if (length < least || length > most) {
      problems.push(problem(field, `${least} to ${most} characters`, 'Correct it.'));
    }
    return value.trim();
  };
  const organisation: NewOrganisation = {
    name: text('--name', options.name, 1, 200),
    phone: text('--phone', options.phone, 3, 40),
    discreet: options.discreet === true,
    members: options.member?.map((seat) => toSeat(seat, problems)) ?? usualSeats,
  };
  const labels = organisation.members.map(({ label }) => label);
  if (new Set(labels).size < labels.length) {
    problems.push(problem('--member', 'a label of its own for each seat', 'Change one of them.'));
  }
  if (problems.length > 0) throw new BadOrganisation(problems);
  return organisation;
}

function toSeat(text: string, problems: Problem[]): NewSeat {
  const at = text.lastIndexOf('=');
  const label = text.slice(0, Math.max(at, 0)).trim();
  const words = text
    .slice(at + 1)
    .split(',')
    .map((word) => word.trim());
  const roles = memberRoles.filter((role) => words.includes(role));
  const unknown = words.filter((word) => !roles.includes(word as MemberRole));
  if (label === '' || label.length > 80 || unknown.length > 0) {
    const expected = `label=role,role with the roles ${memberRoles.join(', ')}`;
    problems.push(problem('--member', expected, 'Correct it, as in --member reviewer-3=reviewer.'));
  }
  return { label, roles };
}

function problem(field: string, expected: string, fix: string): Problem {
  return { field, code: 'bad-value', expected, fix };
}
