/** Collects what a request breaks among the rules of business, to be told at once. */
import { businessRefusal } from '../errors.ts';
import type { Issue, IssueCode } from '../shapes/shape.ts';

export class Problems {
  readonly #issues: Issue[] = [];

  add(field: string, code: IssueCode, message: string): void {
    this.#issues.push({ field, code, message });
  }

  /** Adds an issue when a member is absent or blank. */
  need(value: unknown, field: string): void {
    const isEmpty = Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '';
    if (isEmpty) this.add(field, 'REQUIRED_FIELD_MISSING', `${field} is required.`);
  }

  get list(): readonly Issue[] {
    return this.#issues;
  }

  refuseIfAny(): void {
    if (this.#issues.length > 0) throw businessRefusal(this.#issues);
  }
}
