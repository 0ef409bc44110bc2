/** `npm run simulator`: the local cloud as a program of its own, for any AWS client on this machine. */
import { parseCommandLine, USAGE, type CommandLineOptions } from './options.ts';
import { SCALE, seededCatalog } from './seeded-catalog.ts';
import { startSimulator } from './server.ts';

async function main(): Promise<void> {
  const options = readOptions();
  const simulator = await startSimulator({
    port: options.port,
    speed: options.speed,
    stateFile: options.stateFile,
    enforceQuotas: options.quotas,
    createCatalog: seededCatalog({ scale: options.scale }),
    opportunities: options.scale ? SCALE.opportunities : null,
  });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    simulator.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`simulator: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  stopWithParent(stop);
  if (options.json) process.stdout.write(`${JSON.stringify(describe(simulator))}\n`);
  process.stderr.write(`The simulator listens at ${simulator.endpoint}\n`);
}

function describe(simulator: Awaited<ReturnType<typeof startSimulator>>) {
  const { endpoint, region } = simulator;
  const accounts = simulator.accounts.map(({ accountId, name, accessKeyId, secretAccessKey }) => ({
    accountId,
    name,
    accessKeyId,
    secretAccessKey,
  }));
  return { endpoint, region, accounts };
}

function readOptions(): CommandLineOptions {
  try {
    return parseCommandLine(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exit(2);
  }
}

/** npm may leave its child behind when it is killed: end when the starter is gone. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

main().catch((error: unknown) => {
  process.stderr.write(`The simulator could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
