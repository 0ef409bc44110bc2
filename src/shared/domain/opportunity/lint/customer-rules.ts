/** Rules about the customer: who it is, where it is, whom to ask there, and the partner's own people. */
import type { OpportunityContact, OpportunityDraft } from '../draft.ts';
import { TEAM_TITLES } from '../picklists.ts';
import { hasPostalCodes, isPostalCode, postalFormOf, toStateName, US_STATES } from '../places.ts';
import { setAt } from '../record.ts';
import { at, isBlank, type LintFacts, type OpportunityRule, type Problem } from './rule.ts';

const ACCOUNT = 'customer.account';
const ADDRESS = 'customer.account.address';

const LOCAL = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const EMAIL = new RegExp(`^${LOCAL}(?:\\.${LOCAL})*@(?:${LABEL}\\.)+${LABEL}$`);
const LONGEST_EMAIL = 80;
const PHONE = /^\+[1-9]\d{1,14}$/;
export const isPhone = (text: string) => PHONE.test(text);
const LONGEST_NAME = 80;
const TEAM_SIZE = 10;

export const isEmail = (text: string) => text.length <= LONGEST_EMAIL && EMAIL.test(text);

/** Host with at least one point, an optional scheme, and a path. */
const WEBSITE = /^(https?:\/\/)?[a-z0-9-]+(\.[a-z0-9(\-/|=?)]+)+$/i;
const SHORTEST_SITE = 4;
export const isWebsite = (text: string) => text.length >= SHORTEST_SITE && WEBSITE.test(text);

/** Contacts of the customer and of the team, each with its path. */
function people({ draft, standing }: LintFacts): { path: string; person: OpportunityContact }[] {
  const team = standing === null ? draft.opportunityTeam : [];
  return [
    ...draft.customer.contacts.map((person, index) => ({ path: `customer.contacts.${index}`, person })),
    ...team.map((person, index) => ({ path: `opportunityTeam.${index}`, person })),
  ];
}

/** A number as people write it: blanks, brackets and dashes go, 00 becomes +. Null where the country is not said. */
function toPhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s().\-/]/g, '')
    .replace(/^00/, '+');
  return isPhone(plain) ? plain : null;
}

function mendText(draft: OpportunityDraft, path: string, mend: (text: string) => string | null) {
  const parts = path.split('.');
  const found = parts.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], draft);
  const mended = typeof found === 'string' ? mend(found) : null;
  return mended === null ? null : setAt(draft, path, mended);
}

const addressRules: readonly OpportunityRule[] = [
  {
    id: 'state-missing',
    severity: 'error',
    source: '8 Address.StateOrRegion: US and NationalSecurity not Yes',
    stage: 'request',
    check: ({ draft, isSecret }) => {
      const { countryCode, stateOrRegion } = draft.customer.account.address;
      return at(countryCode === 'US' && !isSecret && isBlank(stateOrRegion), `${ADDRESS}.stateOrRegion`);
    },
  },
  {
    id: 'state-unknown',
    severity: 'error',
    source: '9 Address.StateOrRegion (US): full names, never two letters',
    stage: 'request',
    check: ({ draft }) => {
      const { countryCode, stateOrRegion } = draft.customer.account.address;
      const broken = countryCode === 'US' && !isBlank(stateOrRegion) && !US_STATES.includes(stateOrRegion);
      return at(broken, `${ADDRESS}.stateOrRegion`, { value: stateOrRegion });
    },
    fix: (draft, path) => mendText(draft, path, toStateName),
  },
  {
    id: 'postal-code-missing',
    severity: 'error',
    source: '8 Address.PostalCode; 24 postal code demanded for AE, HK, Bonaire',
    stage: 'share',
    check: ({ draft, isSecret, isUnshared }) => {
      const { countryCode, postalCode } = draft.customer.account.address;
      const asked = countryCode === 'US' && hasPostalCodes(countryCode) && !isSecret;
      return at(isUnshared && asked && isBlank(postalCode), `${ADDRESS}.postalCode`);
    },
  },
  {
    id: 'postal-code-advised',
    severity: 'warning',
    source: '8 Address.PostalCode: conditional by country, checked on submission',
    stage: 'share',
    check: ({ draft, isSecret, isUnshared }) => {
      const { countryCode, postalCode } = draft.customer.account.address;
      const asked = countryCode !== 'US' && postalFormOf(countryCode) !== null && !isSecret;
      return at(isUnshared && asked && isBlank(postalCode), `${ADDRESS}.postalCode`);
    },
  },
  {
    id: 'postal-code-form',
    severity: 'error',
    source: '4 postal code; 8 Address.PostalCode',
    stage: 'share',
    check: (facts) => postalCodeProblems(facts, (country) => country === 'US'),
  },
  {
    id: 'postal-code-unusual',
    severity: 'warning',
    source: '8 Address.PostalCode: format per country',
    stage: 'share',
    check: (facts) => postalCodeProblems(facts, (country) => country !== 'US'),
  },
  {
    id: 'postal-code-idle',
    severity: 'warning',
    source: '8 Address.PostalCode: 59 countries without codes; 24',
    stage: 'share',
    check: ({ draft }) => {
      const { countryCode, postalCode } = draft.customer.account.address;
      return at(countryCode !== '' && !hasPostalCodes(countryCode) && !isBlank(postalCode), `${ADDRESS}.postalCode`);
    },
    fix: (draft, path) => setAt(draft, path, ''),
  },
];

function postalCodeProblems({ draft }: LintFacts, concerns: (country: string) => boolean): Problem[] {
  const { countryCode, postalCode } = draft.customer.account.address;
  const broken = concerns(countryCode) && !isBlank(postalCode) && !isPostalCode(countryCode, postalCode.trim());
  return at(broken, `${ADDRESS}.postalCode`, { form: postalFormOf(countryCode) ?? '' });
}

const accountRules: readonly OpportunityRule[] = [
  {
    id: 'other-industry-missing',
    severity: 'error',
    source: '8 Customer.Account.OtherIndustry; 24 Industry Other lost',
    stage: 'request',
    check: ({ draft }) => {
      const { industry, otherIndustry } = draft.customer.account;
      return at(industry === 'Other' && isBlank(otherIndustry), `${ACCOUNT}.otherIndustry`);
    },
  },
  {
    id: 'other-industry-idle',
    severity: 'warning',
    source: '8 Customer.Account.OtherIndustry: only with Industry Other',
    stage: 'request',
    check: ({ draft }) => {
      const { industry, otherIndustry } = draft.customer.account;
      return at(industry !== 'Other' && !isBlank(otherIndustry), `${ACCOUNT}.otherIndustry`);
    },
    fix: (draft, path) => setAt(draft, path, ''),
  },
  {
    id: 'website-missing',
    severity: 'error',
    source: '8 Customer.Account.WebsiteUrl: unless NationalSecurity is Yes',
    stage: 'request',
    check: ({ draft, isSecret }) =>
      at(!isSecret && isBlank(draft.customer.account.websiteUrl), `${ACCOUNT}.websiteUrl`),
  },
  {
    id: 'website-short',
    severity: 'error',
    source: '8 Customer.Account.WebsiteUrl: 4 to 255 characters',
    stage: 'request',
    check: ({ draft }) => {
      const { websiteUrl } = draft.customer.account;
      return at(!isBlank(websiteUrl) && websiteUrl.length < SHORTEST_SITE, `${ACCOUNT}.websiteUrl`);
    },
  },
  {
    id: 'website-form',
    severity: 'warning',
    source: '3 CompanyWebsiteUrl: asked of engagements, not of the record',
    stage: 'request',
    check: ({ draft }) => {
      const { websiteUrl } = draft.customer.account;
      return at(websiteUrl.length >= SHORTEST_SITE && !isWebsite(websiteUrl), `${ACCOUNT}.websiteUrl`);
    },
    fix: (draft, path) => mendText(draft, path, (text) => (isWebsite(text.trim()) ? text.trim() : null)),
  },
  {
    id: 'customer-account-form',
    severity: 'error',
    source: '8 Customer.Account.AwsAccountId: 12 digits',
    stage: 'request',
    check: ({ draft }) => {
      const { awsAccountId } = draft.customer.account;
      return at(awsAccountId !== '' && !/^\d{12}$/.test(awsAccountId), `${ACCOUNT}.awsAccountId`);
    },
    fix: (draft, path) =>
      mendText(draft, path, (text) => {
        const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
        return /^\d{12}$/.test(digits) ? digits : null;
      }),
  },
  {
    id: 'duns-form',
    severity: 'error',
    source: '3 DunsNumber; 24 DUNS as number',
    stage: 'request',
    check: ({ draft }) =>
      at(draft.customer.account.duns !== '' && !/^\d{9}$/.test(draft.customer.account.duns), `${ACCOUNT}.duns`),
    fix: (draft, path) =>
      mendText(draft, path, (text) => {
        const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
        return /^\d{9}$/.test(digits) ? digits : null;
      }),
  },
];

const NAMES = ['firstName', 'lastName', 'businessTitle'] as const;

const peopleRules: readonly OpportunityRule[] = [
  {
    id: 'email-missing',
    severity: 'error',
    source: '24 team member sent half empty: an entry only with an e-mail address',
    stage: 'request',
    check: (facts) =>
      people(facts).flatMap(({ path, person }) => {
        const isGiven = [person.firstName, person.lastName, person.phone].some((text) => !isBlank(text));
        return at(isGiven && isBlank(person.email), `${path}.email`);
      }),
  },
  {
    id: 'email-form',
    severity: 'error',
    source: '1 rule 17; 3 Email: lower-case only',
    stage: 'request',
    check: (facts) =>
      people(facts).flatMap(({ path, person }) =>
        at(!isBlank(person.email) && !isEmail(person.email), `${path}.email`, { max: LONGEST_EMAIL }),
      ),
    fix: (draft, path) =>
      mendText(draft, path, (text) => {
        const plain = text.normalize('NFKC').trim().toLowerCase();
        return isEmail(plain) ? plain : null;
      }),
  },
  {
    id: 'phone-form',
    severity: 'error',
    source: '1 rule 17; 3 PhoneNumber: E.164 with a leading +',
    stage: 'request',
    check: (facts) =>
      people(facts).flatMap(({ path, person }) => at(person.phone !== '' && !isPhone(person.phone), `${path}.phone`)),
    fix: (draft, path) => mendText(draft, path, toPhone),
  },
  {
    id: 'person-name-long',
    severity: 'error',
    source: '7.1 AssigneeContact; 8 Customer.Contacts',
    stage: 'request',
    check: (facts) =>
      people(facts).flatMap(({ path, person }) =>
        NAMES.flatMap((name) =>
          at(person[name].length > LONGEST_NAME, `${path}.${name}`, { count: person[name].length, max: LONGEST_NAME }),
        ),
      ),
  },
  {
    id: 'team-title',
    severity: 'error',
    source: '8 OpportunityTeam: PartnerAccountManager or OpportunityOwner',
    stage: 'request',
    check: ({ draft, standing }) =>
      standing !== null
        ? []
        : draft.opportunityTeam.flatMap(({ businessTitle }, index) =>
            at(!(TEAM_TITLES as readonly string[]).includes(businessTitle), `opportunityTeam.${index}.businessTitle`),
          ),
  },
  {
    id: 'team-size',
    severity: 'error',
    source: '8 OpportunityTeam: at most 10',
    stage: 'request',
    check: ({ draft, standing }) =>
      at(standing === null && draft.opportunityTeam.length > TEAM_SIZE, 'opportunityTeam', { max: TEAM_SIZE }),
  },
];

export const customerRules: readonly OpportunityRule[] = [...accountRules, ...addressRules, ...peopleRules];
