/** Finds the message keys that the source names: through `useTexts`, `useAnyText`, and as data (`messageKey: 'errors.…'`). */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../../../..');

export interface KeyUse {
  /** `file:line`, to find it again. */
  readonly at: string;
  /** null where a translate function was handed over: then any topic may have the key. */
  readonly topic: string | null;
  /** A whole key, or its fixed beginning when `isPrefix`. */
  readonly key: string;
  readonly isPrefix: boolean;
}

export function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(ROOT, folder, name));
}

/** Keys given to translate functions in one file. */
export function findKeyUses(file: string, text = readFileSync(file, 'utf8')): KeyUse[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const topics = findTranslators(source);
  const uses: KeyUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && topics.has(node.expression.text)) {
      const topic = topics.get(node.expression.text) ?? null;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const at = `${relative(ROOT, file)}:${line + 1}`;
      const argument = node.arguments[0];
      if (argument) for (const found of readKeys(argument)) uses.push({ at, topic, ...found });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** Names of translate functions in a file -> their topic; null where the key itself or the caller decides. */
function findTranslators(source: ts.SourceFile): Map<string, string | null> {
  const topics = new Map<string, string | null>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const call = node.initializer;
      if (ts.isCallExpression(call) && ts.isIdentifier(call.expression)) {
        const topic = call.arguments[0];
        if (call.expression.text === 'useTexts') {
          topics.set(node.name.text, topic && ts.isStringLiteral(topic) ? topic.text : null);
        } else if (call.expression.text === 'useAnyText') topics.set(node.name.text, null);
      }
    }
    if (ts.isParameter(node) && ts.isIdentifier(node.name) && node.type?.getText() === 'Translate') {
      if (!topics.has(node.name.text)) topics.set(node.name.text, null);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return topics;
}

function readKeys(node: ts.Expression): { key: string; isPrefix: boolean }[] {
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, isPrefix: false }];
  if (ts.isConditionalExpression(node)) return [...readKeys(node.whenTrue), ...readKeys(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return readKeys(node.expression);
  if (ts.isTemplateExpression(node)) return [{ key: node.head.text, isPrefix: true }];
  return [];
}

/** Keys written as data: the values of properties such as `messageKey`, which name their topic themselves. */
export function findDataKeys(file: string, text = readFileSync(file, 'utf8')): KeyUse[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const uses: KeyUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^(\w*[mM]essageKey|\w+Key)$/.test(node.name.getText())) {
      for (const { key, isPrefix } of readKeys(node.initializer)) {
        const [topic, rest] = key.split(/[.:](.*)/s);
        if (!topic || rest === undefined) continue;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        uses.push({ at: `${relative(ROOT, file)}:${line + 1}`, topic, key: rest, isPrefix });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}
