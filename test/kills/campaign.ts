/** Publishes, kills, starts again until everything is settled, and counts what the cloud then holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPublisher, type Publisher, type Settled } from './child.ts';
import { startCloud, type Cloud } from './cloud.ts';
import { makeUpFor, planIntents, type Intent, type Kill } from './plan.ts';
import { copyTemplate, makeTemplate, type Template } from './template.ts';

export interface CampaignOptions {
  readonly count: number;
  /** Off: the publisher just sends again. */
  readonly journal: boolean;
  readonly speed: number;
  /** Publications at the same time. */
  readonly parallel: number;
  onProgress?(line: string): void;
}

export interface IntentResult {
  readonly intent: Intent;
  readonly kills: readonly Kill[];
  /** Offers at the cloud. */
  readonly offers: number;
  readonly settled: Settled | null;
  readonly broken: readonly string[];
}

export interface CampaignResult {
  readonly results: readonly IntentResult[];
  readonly milliseconds: number;
}

/** Chance that an answer is lost although the work was done. */
const LOST_ANSWERS = 0.2;
const SELLERS = { remembered: '111122223333', forgotten: '012345678901' } as const;
/** A random kill strikes this long after the process is up at the latest, in real time. */
const RANDOM_WITHIN_MS = 900;
/** More starts than this without a settled publication: it is lost. */
const MOST_STARTS = 25;

type Run = Omit<IntentResult, 'offers'>;

export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'offerdeck-kills-'));
  const cloud = await startCloud(options.speed);
  try {
    const templates = await makeTemplates(folder, cloud);
    await cloud.addFault({ kind: 'drop-after', probability: LOST_ANSWERS });
    await cloud.addFault({ kind: 'forget-tokens', accountId: SELLERS.forgotten });
    const runs = await runAll(options, { folder, cloud, templates });
    await cloud.clearFaults();
    const results = await countOffers(runs, cloud);
    return { results, milliseconds: performance.now() - startedAt };
  } finally {
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ground {
  readonly folder: string;
  readonly cloud: Cloud;
  readonly templates: readonly Template[];
}

async function makeTemplates(folder: string, cloud: Cloud): Promise<Template[]> {
  const templates: Template[] = [];
  for (const sellerId of Object.values(SELLERS)) {
    for (const eula of [false, true]) {
      const target = join(folder, `template-${sellerId}-${eula}`);
      templates.push(await makeTemplate({ folder: target, cloud: cloud.practice, sellerId, eula }));
    }
  }
  return templates;
}

/** Works through the plan side by side; kills that hit nothing are made up for by further publications. */
async function runAll(options: CampaignOptions, ground: Ground): Promise<Run[]> {
  const queue = planIntents(options);
  const underWay = new Map<number, Intent>();
  const runs: Run[] = [];
  let lastNumber = queue.length;
  const next = (): Intent | null => {
    const planned = queue.shift();
    if (planned) return planned;
    // What is still under way may yet hit what it is meant to.
    const hits = [...runs, ...underWay.values()].flatMap(({ kills }) => kills);
    return makeUpFor(hits, lastNumber + 1, options);
  };
  const worker = async () => {
    for (let intent = next(); intent; intent = next()) {
      lastNumber = Math.max(lastNumber, intent.number);
      underWay.set(intent.number, intent);
      runs.push(await runIntent(intent, options, ground));
      underWay.delete(intent.number);
      options.onProgress?.(`${runs.length} publications, ${runs.flatMap(({ kills }) => kills).length} kills`);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, worker));
  return runs;
}

async function runIntent(intent: Intent, options: CampaignOptions, ground: Ground): Promise<Run> {
  const sellerId = SELLERS[intent.tokens];
  const template = ground.templates.find((one) => one.sellerId === sellerId && one.eula === intent.eula);
  if (!template) throw new Error('no template for this intent');
  const dataFolder = join(ground.folder, `intent-${intent.number}`);
  copyTemplate(template, dataFolder);
  const start = (killAt: Kill | null): Publisher =>
    startPublisher(
      {
        dataFolder,
        cloud: ground.cloud.practice,
        speed: options.speed,
        sellerId,
        draftId: template.draftId,
        offerName: offerName(intent),
        killAt: killAt === 'random' ? null : killAt,
      },
      options.journal ? 'publisher.ts' : 'naive-publisher.ts',
      process.env['NODE_COMPILE_CACHE'] ?? join(ground.folder, 'compiled'),
    );
  const run = await killAndRestart(intent, start);
  rmSync(dataFolder, { recursive: true, force: true });
  return { intent, ...run };
}

async function killAndRestart(
  intent: Intent,
  start: (killAt: Kill | null) => Publisher,
): Promise<Pick<Run, 'kills' | 'settled' | 'broken'>> {
  const planned = [...intent.kills];
  const kills: Kill[] = [];
  const broken: string[] = [];
  for (let starts = 0; starts < MOST_STARTS; starts += 1) {
    const kill = planned.shift() ?? null;
    const publishers = Array.from({ length: intent.processes }, () => start(kill));
    if (kill === 'random') void killSometime(publishers);
    const endings = await Promise.all(publishers.map((publisher) => publisher.ended));
    for (const ending of endings) {
      if (ending.kind === 'killed' && kill) kills.push(kill);
      if (ending.kind === 'broken') broken.push(ending.errors);
    }
    const settled = endings.find((ending) => ending.kind === 'settled');
    if (settled) return { kills, broken, settled: settled.settled };
  }
  return { kills, broken, settled: null };
}

/** One of the processes, at any instant from its start to well after the usual end. */
async function killSometime(publishers: readonly Publisher[]): Promise<void> {
  const victim = publishers[Math.floor(Math.random() * publishers.length)];
  await victim?.started;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * RANDOM_WITHIN_MS));
  victim?.kill();
}

async function countOffers(runs: readonly Run[], cloud: Cloud): Promise<IntentResult[]> {
  const counts = new Map<string, number>();
  for (const sellerId of Object.values(SELLERS)) {
    for (const name of await cloud.listOfferNames(sellerId)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return runs.map((run) => ({ ...run, offers: counts.get(offerName(run.intent)) ?? 0 }));
}

function offerName({ number }: Intent): string {
  return `Campaign intent ${String(number).padStart(5, '0')}`;
}
