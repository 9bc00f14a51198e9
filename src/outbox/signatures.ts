import type { Command } from '../complaint/commands.ts';
import { responsibilityPaper } from '../complaint/decide/record.ts';
import { actorId } from '../complaint/people.ts';
import { openRoles, openSteps, type Paper, spentOn } from '../complaint/signing.ts';
import type { Complaint, Letter, Remedy } from '../complaint/state.ts';
import { sayCard } from '../dialog/script/card.ts';
import { approvalWaitMinutes, signersOf } from '../policy/authority.ts';
import { type AskQuestion, silenceCountsFrom } from '../policy/duty.ts';
import { addMinutes } from '../policy/time.ts';
import { type Instant, type Locale, type Role, roles } from '../terms.ts';
import { formatPerson, formatRole } from './format.ts';
import type { PlannedFollowUp, Setting } from './plan.ts';

/** A remedy or a letter that waits for signatures. */
type Signed = Paper & { readonly askedAt: Instant };

/** A remedy with whoever proposed it as its maker. */
export const signedRemedy = (remedy: Remedy): Remedy & Signed => ({
  ...remedy,
  maker: actorId(remedy.proposedBy),
});

/** A letter with whoever wrote it as its maker. */
export const signedLetter = (letter: Letter): Letter & Signed => ({ ...letter, maker: letter.by });

const questionFor = (
  complaint: Complaint,
  askedAt: Instant,
  { organisation, policy }: Setting,
): AskQuestion => ({ organisation, at: askedAt, zone: policy.zone, recused: complaint.recusals });

const asRole = (name: string | null | undefined): Role =>
  roles.find((one) => one === name) ?? 'general_manager';

/** Whose signature is waited for, by name. Whoever made it or signed another step is not asked again. */
const awaited = (
  signed: Signed,
  role: string,
  { complaint, setting }: { readonly complaint: Complaint; readonly setting: Setting },
): readonly string[] => {
  const question = questionFor(complaint, signed.askedAt, setting);
  const others = { ...question, recused: [...question.recused, ...spentOn(signed)] };
  return signersOf(asRole(role), others).map(({ person }) => person);
};

/** Every signature wanted, one a line: who gave it, who is waited for, what comes after that. */
export const signatureLines = (
  signed: Signed,
  { complaint, locale }: { readonly complaint: Complaint; readonly locale: Locale },
  setting: Setting,
): string => {
  const open = openSteps(signed);
  return signed.steps
    .map((step, index) => {
      const role = formatRole(step, locale);
      const by = signed.approvals.find((approval) => approval.step === index)?.by;
      if (by !== undefined)
        return sayCard(locale, 'signed', { role, who: formatPerson(by, locale, setting) });
      if (!open.includes(index)) return sayCard(locale, 'unsignedLater', { role });
      const names = awaited(signed, step, { complaint, setting }).map((id) =>
        formatPerson(id, locale, setting),
      );
      return sayCard(locale, 'unsigned', { role, who: names.join(', ') || 'none' });
    })
    .concat(open.length > 1 ? [sayCard(locale, 'anyOrder')] : [])
    .join('\n');
};

/** The roles waited for now, in words: `head of department + legal`; '' when all have signed. */
export const awaitedRoles = (signed: Pick<Paper, 'steps' | 'rounds' | 'approvals'>, locale: Locale): string =>
  openRoles(signed)
    .map((role) => formatRole(role, locale))
    .join(' + ');

/** Silence is counted from the asking, longer while the asked are off duty (AP-2, ES-4). */
const silentAt = (complaint: Complaint, signed: Signed, setting: Setting): Instant => {
  const { organisation, policy } = setting;
  const role = asRole(signed.passedTo ?? openRoles(signed)[0]);
  const asked = signersOf(role, questionFor(complaint, signed.askedAt, setting)).map(({ person }) => person);
  const duty = { organisation, zone: policy.zone, urgent: complaint.severity <= 2 };
  const wait = approvalWaitMinutes(signed.passedTo, policy);
  return addMinutes(silenceCountsFrom(asked, signed.askedAt, duty), wait);
};

const passApproval = (complaint: Complaint, remedy: Remedy, setting: Setting): PlannedFollowUp => {
  const dueAt = silentAt(complaint, signedRemedy(remedy), setting);
  const { approvals, id: remedyId } = remedy;
  const by = { kind: 'system' } as const;
  const command: Command = { type: 'PassApproval', at: dueAt, by, remedyId, signed: approvals.length };
  return { key: `${complaint.number}/approval/${remedyId}`, dueAt, command };
};

const passReview = (complaint: Complaint, letter: Letter, setting: Setting): PlannedFollowUp => {
  const dueAt = silentAt(complaint, signedLetter(letter), setting);
  const { approvals, id: letterId } = letter;
  const by = { kind: 'system' } as const;
  const command: Command = { type: 'PassReview', at: dueAt, by, letterId, signed: approvals.length };
  return { key: `${complaint.number}/review/${letterId}`, dueAt, command };
};

/** A responsibility that nobody has decided on is asked again, then goes up (RE-6); whose failing it was is not asked. */
export const responsibilityFollowUp = (
  complaint: Complaint,
  setting: Setting,
): readonly PlannedFollowUp[] => {
  const { number, recusals, responsibility } = complaint;
  if (responsibility?.status !== 'proposed') return [];
  const { askedAt, person } = responsibility;
  const around = { ...complaint, recusals: person === '' ? recusals : [...recusals, person] };
  const dueAt = silentAt(around, { ...responsibilityPaper(responsibility), askedAt }, setting);
  const command: Command = { type: 'PassResponsibility', at: dueAt, by: { kind: 'system' }, askedAt };
  return [{ key: `${number}/responsibility`, dueAt, command }];
};

/** Each signature that is waited for passes to the next in line after the pack's time (AP-2); none is once the complainant withdrew. */
export const signatureFollowUps = (complaint: Complaint, setting: Setting): readonly PlannedFollowUp[] => {
  if (complaint.withdrawn !== null) return [];
  const { letters, remedies } = complaint;
  return [
    ...remedies
      .filter(({ status, steps }) => status === 'proposed' && steps.length > 0)
      .map((remedy) => passApproval(complaint, remedy, setting)),
    ...letters
      .filter(({ status }) => status === 'review')
      .map((letter) => passReview(complaint, letter, setting)),
  ];
};
