/** Whether a queue's policy lets a service of AWS send to it, asked for one source (a rule, a topic). */

export interface Sender {
  /** e.g. `events.amazonaws.com` */
  readonly service: string;
  readonly sourceArn: string;
  readonly sourceAccount: string;
}

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

export function allowsSending(policy: string | undefined, queueArn: string, sender: Sender): boolean {
  if (policy === undefined || policy === '') return false;
  const { Statement } = JSON.parse(policy) as { Statement?: unknown };
  const matching = (listOf(Statement) as readonly Statement[]).filter((statement) =>
    applies(statement, queueArn, sender),
  );
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
}

function applies(statement: Statement, queueArn: string, sender: Sender): boolean {
  return (
    isPrincipal(statement.Principal, sender.service) &&
    texts(statement.Action).some((action) => /^(sqs:(sendmessage|\*)|\*)$/i.test(action)) &&
    texts(statement.Resource).some((resource) => isLike(queueArn, resource)) &&
    Object.entries((statement.Condition ?? {}) as Record<string, Record<string, unknown>>).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds({ operator, key, values: texts(values) }, sender)),
    )
  );
}

function isPrincipal(principal: unknown, service: string): boolean {
  if (principal === '*') return true;
  const { Service, AWS } = (principal ?? {}) as { Service?: unknown; AWS?: unknown };
  return texts(Service).includes(service) || texts(AWS).includes('*');
}

interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** A condition that cannot be judged here does not hold. */
function holds({ operator, key, values }: Condition, sender: Sender): boolean {
  const facts: Readonly<Record<string, string>> = {
    'aws:sourcearn': sender.sourceArn,
    'aws:sourceaccount': sender.sourceAccount,
  };
  const fact = facts[key.toLowerCase()];
  if (fact === undefined) return false;
  switch (operator) {
    case 'StringEquals':
      return values.includes(fact);
    case 'ArnEquals':
    case 'ArnLike':
    case 'StringLike':
      return values.some((value) => isLike(fact, value));
    default:
      return false;
  }
}

function isLike(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`).test(text);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function texts(value: unknown): readonly string[] {
  return listOf(value).map(String);
}
