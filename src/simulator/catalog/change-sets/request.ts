/** Reads a StartChangeSet request: counts, names, shapes of details. Knows nothing yet of what exists. */
import { CHANGE_TYPES, UNSIMULATED_ENTITY_TYPES } from '../changes/table.ts';
import type { ChangeType } from '../changes/change-type.ts';
import { invalidField, notSimulated, validationFailed, type FieldProblem } from '../errors.ts';
import { asObject } from '../listing/filters.ts';
import type { EntityType } from '../model.ts';
import { readTags } from '../operations/tags.ts';

export interface RequestedChange {
  readonly changeType: string;
  readonly changeName: string | null;
  readonly entityType: EntityType;
  readonly identifier: string | null;
  readonly details: unknown;
  readonly entityTags: Readonly<Record<string, string>>;
  readonly definition: ChangeType;
  /** Where the change stands in the request, for messages. */
  readonly field: string;
}

export interface RequestedChangeSet {
  readonly name: string | null;
  readonly token: string | null;
  readonly intent: 'APPLY' | 'VALIDATE';
  readonly tags: Readonly<Record<string, string>>;
  readonly changes: readonly RequestedChange[];
}

type Json = Readonly<Record<string, unknown>>;

const MOST_CHANGES = 20;
const LONGEST_DETAILS = 16_384;

export function readChangeSet(input: Json): RequestedChangeSet {
  const list = input['ChangeSet'];
  if (!Array.isArray(list) || list.length < 1 || list.length > MOST_CHANGES) {
    throw invalidField('ChangeSet', `must be a list of 1 to ${MOST_CHANGES} changes.`);
  }
  const intent = input['Intent'] ?? 'APPLY';
  if (intent !== 'APPLY' && intent !== 'VALIDATE') throw invalidField('Intent', 'must be APPLY or VALIDATE.');
  if (intent === 'VALIDATE') throw notSimulated('Intent VALIDATE, which AWS documents for AMI versions only,');
  const changes = list.map((change: unknown, index) => readChange(change, `ChangeSet.${index}`));
  checkNames(changes);
  checkDetails(changes);
  return {
    name: optionalText(input, 'ChangeSetName', { maxLength: 100, pattern: /^[\w\s+=.:@-]+$/ }),
    token: optionalText(input, 'ClientRequestToken', { maxLength: 64, pattern: /^[!-~]+$/ }),
    intent,
    tags: optionalTags(input['ChangeSetTags'], 'ChangeSetTags'),
    changes,
  };
}

interface TextLimits {
  readonly maxLength: number;
  readonly pattern: RegExp;
}

function optionalText(from: Json, member: string, { maxLength, pattern }: TextLimits, site = ''): string | null {
  const value = from[member];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || value.length > maxLength || !pattern.test(value)) {
    throw invalidField(site + member, `must be 1 to ${maxLength} characters matching ${pattern.source}.`);
  }
  return value;
}

function optionalTags(tags: unknown, field: string): Readonly<Record<string, string>> {
  return tags === undefined || tags === null ? {} : Object.fromEntries(readTags(tags, field));
}

function readChange(value: unknown, field: string): RequestedChange {
  const change = asObject(value, field);
  const changeType = optionalText(change, 'ChangeType', { maxLength: 255, pattern: /^[A-Z]\w*$/ }, `${field}.`);
  if (changeType === null) throw invalidField(`${field}.ChangeType`, 'is required.');
  const entity = asObject(change['Entity'], `${field}.Entity`);
  const entityType = readEntityType(entity['Type'], field);
  const definition = readDefinition(entityType, changeType, field);
  return {
    changeType,
    changeName: optionalText(change, 'ChangeName', { maxLength: 72, pattern: /^[a-zA-Z]+$/ }, `${field}.`),
    entityType,
    identifier: readIdentifier(entity, definition, `${field}.Entity`),
    details: readDetails(change, field),
    entityTags: optionalTags(change['EntityTags'], `${field}.EntityTags`),
    definition,
    field,
  };
}

function readEntityType(value: unknown, field: string): EntityType {
  const match = typeof value === 'string' ? /^(\w+)@1\.0$/.exec(value) : null;
  const name = match?.[1] ?? '';
  if (Object.hasOwn(CHANGE_TYPES, name)) return name as EntityType;
  if (UNSIMULATED_ENTITY_TYPES.includes(name)) throw notSimulated(`Changing ${name} entities`);
  const list = Object.keys(CHANGE_TYPES).map((type) => `${type}@1.0`);
  throw invalidField(`${field}.Entity.Type`, `must be one of ${list.join(', ')}.`);
}

function readDefinition(entityType: EntityType, changeType: string, field: string): ChangeType {
  const table = CHANGE_TYPES[entityType];
  const definition = Object.hasOwn(table, changeType) ? table[changeType] : undefined;
  if (definition === 'not simulated') throw notSimulated(`${changeType} on ${entityType}`);
  if (definition) return definition;
  throw validationFailed([
    {
      Reason: 'UnknownOperation',
      EntityType: `${entityType}@1.0`,
      ChangeType: changeType,
      Field: `${field}.ChangeType`,
      Message: `${changeType} is not a change type of ${entityType}@1.0.`,
    },
  ]);
}

function readIdentifier(entity: Json, { creates }: ChangeType, field: string): string | null {
  const value = entity['Identifier'] ?? null;
  if (creates) {
    if (value !== null) throw invalidField(`${field}.Identifier`, 'must be absent where an entity is created.');
    return null;
  }
  const pattern = /^(\$[a-zA-Z]+\.Entity\.Identifier|[a-zA-Z0-9][.a-zA-Z0-9/-]*[a-zA-Z0-9](@\d+)?)$/;
  if (typeof value !== 'string' || value.length > 255 || !pattern.test(value)) {
    throw invalidField(`${field}.Identifier`, 'must be an entity id, id@revision or $ChangeName.Entity.Identifier.');
  }
  return value;
}

function readDetails(change: Json, field: string): unknown {
  const text = change['Details'] ?? null;
  const document = change['DetailsDocument'] ?? null;
  if ((text === null) === (document === null)) {
    throw invalidField(`${field}.DetailsDocument`, 'give exactly one of Details and DetailsDocument.');
  }
  if (text === null) return document;
  if (typeof text !== 'string' || text.length < 2 || text.length > LONGEST_DETAILS) {
    throw invalidField(`${field}.Details`, `must be a JSON text of 2 to ${LONGEST_DETAILS} characters.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    const problem = { Reason: 'CannotParse', Field: `${field}.Details`, Message: 'is not valid JSON.' } as const;
    throw validationFailed([problem]);
  }
}

function checkNames(changes: readonly RequestedChange[]): void {
  const seen = new Set<string>();
  for (const { changeName, field } of changes) {
    if (changeName === null) continue;
    if (seen.has(changeName)) throw invalidField(`${field}.ChangeName`, `'${changeName}' is given twice.`);
    seen.add(changeName);
  }
}

/** Every wrong member of every change at once, so that nobody has to find them one by one. */
function checkDetails(changes: readonly RequestedChange[]): void {
  const problems = changes.flatMap((change) =>
    change.definition.check(change.details).map(({ field, message }): FieldProblem => ({
      Reason: 'FieldValidationFailed',
      EntityType: `${change.entityType}@1.0`,
      ...(change.identifier === null ? {} : { EntityId: change.identifier }),
      ChangeType: change.changeType,
      Field: field === '' ? 'DetailsDocument' : field,
      Message: `${message} (${change.changeType}, ${change.field})`,
    })),
  );
  const [first, ...more] = problems;
  if (first) throw validationFailed([first, ...more]);
}
